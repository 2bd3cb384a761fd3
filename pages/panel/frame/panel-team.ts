import { computed, type Signal, signal } from '@preact/signals';
import type { Pack } from '../../../contract/pack/pack.ts';
import { newestSeq } from '../../../contract/team/event-order.ts';
import type { Readiness } from '../../../contract/team/readiness.ts';
import {
  type EventOrigin,
  type TeamEvent,
  type TeamFact,
  teamEvent,
} from '../../../contract/team/team-event.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { foldFollowUps } from '../../../rules/follow-ups/fold-follow-ups.ts';
import { foldHandovers } from '../../../rules/handover/fold-handovers.ts';
import { nextShiftChangeAt, type Shift } from '../../../rules/shift/fold-shift.ts';
import { foldShiftHere } from '../../../rules/shift/fold-shift-here.ts';
import { foldWarnings } from '../../../rules/warnings/fold-warnings.ts';
import { foldWorkOrders, type WorkOrderState } from '../../../rules/work-orders/fold-work-orders.ts';
import { type OrderRules, orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import type { TeamStore } from '../../../storage/team/team-store.ts';
import type { TeamLog } from '../../session/team-log.ts';
import type { PanelPage } from './panel-page.ts';

interface PanelTeamParts {
  readonly teamLog: Pick<TeamLog, 'events' | 'unread'>;
  readonly store: Pick<TeamStore, 'append'>;
  readonly page: Pick<PanelPage, 'settings' | 'pack' | 'packKey' | 'context'> &
    Partial<Pick<PanelPage, 'packOf'>>;
  /** How far the server's clock is from this device's. */
  readonly clock: { readonly serverOffset: number | null };
  readonly now: () => number;
}

/** The team's shared events, folded for this page, and the way to add to them. */
export class PanelTeam {
  readonly warnings = computed(() => foldWarnings(this.#parts.teamLog.events.value));
  readonly callBacks = computed(() => foldCallBacks(this.#parts.teamLog.events.value).callBacks);
  #state: WorkOrderState | null = null;
  readonly orders = computed(() => {
    this.#state = foldWorkOrders(this.#parts.teamLog.events.value, this.orderRules(), this.#state);
    return this.#state;
  });
  readonly followUps = computed(() => foldFollowUps(this.#parts.teamLog.events.value));
  readonly handovers = computed(() => foldHandovers(this.#parts.teamLog.events.value));
  /** The last event could not be stored. */
  readonly failed: Signal<boolean> = signal(false);
  readonly #parts: PanelTeamParts;

  constructor(parts: PanelTeamParts) {
    this.#parts = parts;
  }

  get agent(): string {
    return this.#parts.page.settings.agentNumber;
  }

  get pack(): Pack {
    return this.#parts.page.pack;
  }

  /** As far as they can be read. */
  get events(): readonly TeamEvent[] {
    return this.#parts.teamLog.events.value;
  }

  /** How many stored events cannot be read now. */
  get unread(): number {
    return this.#parts.teamLog.unread.value;
  }

  orderRules(): OrderRules {
    const { page } = this.#parts;
    return orderRulesOf(page.pack, page.context().utcOffsetMinutes, page.packOf);
  }

  /** By this device's clock. */
  shift(now: number): Shift | null {
    const { teamLog, clock } = this.#parts;
    return foldShiftHere(teamLog.events.value, this.agent, this.pack.shift, now, clock.serverOffset);
  }

  /** A time of this device as the times of the team's folds, to compare the two. */
  serverTime(at: number): number {
    return at + (this.#parts.clock.serverOffset ?? 0);
  }

  /** What this page knows when it writes. */
  origin(): EventOrigin {
    const { teamLog, page, clock } = this.#parts;
    const seen = newestSeq(teamLog.events.value);
    return { by: this.agent, offset: clock.serverOffset, seen, pack: page.packKey };
  }

  /** Resolves to false if the event could not be stored; the panel then shows it. */
  async record(subject: string, fact: TeamFact, at = this.#parts.now()): Promise<boolean> {
    const { store } = this.#parts;
    try {
      await store.append([teamEvent(fact, subject, at, this.origin())]);
      this.failed.value = false;
    } catch (error) {
      console.error('team: event not stored', error);
      this.failed.value = true;
    }
    return !this.failed.value;
  }

  be(readiness: Readiness): Promise<boolean> {
    const at = this.#parts.now();
    const fact = { type: 'shift-changed', readiness, because: 'agent' } as const;
    return this.record(this.agent, fact, nextShiftChangeAt(this.shift(at), at));
  }
}
