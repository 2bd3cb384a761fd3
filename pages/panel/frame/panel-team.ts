import { computed, type Signal, signal } from '@preact/signals';
import type { Pack } from '../../../contract/pack/pack.ts';
import { newestSeq } from '../../../contract/team/event-order.ts';
import type { Readiness } from '../../../contract/team/readiness.ts';
import { type EventOrigin, type TeamFact, teamEvent } from '../../../contract/team/team-event.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { foldHandovers } from '../../../rules/handover/fold-handovers.ts';
import { foldShift, type Shift } from '../../../rules/shift/fold-shift.ts';
import { foldWarnings } from '../../../rules/warnings/fold-warnings.ts';
import { foldWorkOrders, type WorkOrderState } from '../../../rules/work-orders/fold-work-orders.ts';
import { type OrderRules, orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import type { TeamStore } from '../../../storage/team/team-store.ts';
import type { TeamLog } from '../../session/team-log.ts';

interface PanelTeamParts {
  readonly teamLog: TeamLog;
  readonly store: Pick<TeamStore, 'append'>;
  readonly agent: () => string;
  readonly pack: Pack;
  /** Names that pack in events. */
  readonly packKey: () => string;
  readonly utcOffsetMinutes: () => number;
  readonly now: () => number;
}

/** What the team shares, folded for this page, and the one way to add to it. */
export class PanelTeam {
  readonly warnings = computed(() => foldWarnings(this.#parts.teamLog.events.value));
  readonly callBacks = computed(() => foldCallBacks(this.#parts.teamLog.events.value).callBacks);
  #state: WorkOrderState | null = null;
  readonly orders = computed(() => {
    this.#state = foldWorkOrders(this.#parts.teamLog.events.value, this.orderRules(), this.#state);
    return this.#state;
  });
  readonly handovers = computed(() => foldHandovers(this.#parts.teamLog.events.value));
  /** True while the last thing that was to be kept could not be. */
  readonly failed: Signal<boolean> = signal(false);
  readonly #parts: PanelTeamParts;

  constructor(parts: PanelTeamParts) {
    this.#parts = parts;
  }

  get agent(): string {
    return this.#parts.agent();
  }

  get pack(): Pack {
    return this.#parts.pack;
  }

  /** Facts that are kept here and cannot be read now. */
  get unread(): number {
    return this.#parts.teamLog.unread.value;
  }

  orderRules(): OrderRules {
    return orderRulesOf(this.#parts.pack, this.#parts.utcOffsetMinutes());
  }

  shift(now: number): Shift | null {
    const { teamLog, agent, pack } = this.#parts;
    return foldShift(teamLog.events.value, agent(), pack.shift, now);
  }

  /** What this page knows when it writes an event. Devices do not measure the server's clock yet. */
  origin(): EventOrigin {
    const { teamLog, packKey } = this.#parts;
    return { by: this.agent, offset: null, seen: newestSeq(teamLog.events.value), pack: packKey() };
  }

  /** Resolves to false, and says so on the panel, if it could not be kept. */
  async record(subject: string, fact: TeamFact): Promise<boolean> {
    const { store, now } = this.#parts;
    try {
      await store.append([teamEvent(fact, subject, now(), this.origin())]);
      this.failed.value = false;
    } catch (error) {
      console.error('team: could not be kept', error);
      this.failed.value = true;
    }
    return !this.failed.value;
  }

  be(readiness: Readiness): Promise<boolean> {
    return this.record(this.agent, { type: 'shift-changed', readiness, because: 'agent' });
  }
}
