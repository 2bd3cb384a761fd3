import type { CallId, Instant } from '../../calls/call-event.ts';
import type { TurnAwayStatus } from '../../calls/call-source.ts';
import { findCall } from '../../calls/fold-phone.ts';
import type { ShiftRules } from '../../contract/pack/shift.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { newestSeq } from '../../contract/team/event-order.ts';
import type { Readiness } from '../../contract/team/readiness.ts';
import { type TeamEvent, teamEvent } from '../../contract/team/team-event.ts';
import { nextShiftChangeAt, type Shift } from '../../rules/shift/fold-shift.ts';
import { foldShiftHere } from '../../rules/shift/fold-shift-here.ts';
import type { JournalStream, Observer } from '../call/live-journal.ts';
import type { StatusFacts } from '../call/status-facts.ts';
import { HostPart } from '../part.ts';

interface ShiftNeeds {
  readonly journal: JournalStream;
  /** The team's events as far as they can be read. */
  readonly team: { readonly events: { readonly value: readonly TeamEvent[] } };
  readonly store: { append(events: readonly TeamEvent[]): Promise<void> };
  readonly settings: { readonly value: Pick<Settings, 'agentNumber' | 'notReadyAnswer'> };
  /** The script pack in force, and the key that names it in events. */
  readonly packs: { readonly pack: { readonly shift: ShiftRules }; readonly key: string };
  readonly facts: Pick<StatusFacts, 'report'>;
  /** False after a call in which nobody was there. Absent: every answered call has a wrap-up. */
  readonly needsWrapUp?: (call: CallId) => boolean;
  /** Knows how far the server's clock is from this one. */
  readonly serverClock: { readonly offset: number | null };
  readonly now: () => Instant;
}

const STATUS = { '480': 480, '486': 486, '603': 603, ring: null } as const;

/** Refuses calls while the agent is not ready, and starts wrap-up after every answered call. */
export class ShiftMonitor extends HostPart<ShiftNeeds> {
  start(): void {
    this.undoOnStop(this.needs.journal.subscribe(this.#observe));
  }

  /** What a caller gets instead of a ring; null if the agent is ready, or keeps no shift. */
  turnAway(): TurnAwayStatus {
    return this.isReady() ? null : STATUS[this.needs.settings.value.notReadyAnswer];
  }

  /** An agent who keeps no shift is always ready. */
  isReady(): boolean {
    return (this.#shift()?.readiness.state ?? 'ready') === 'ready';
  }

  wrapsUp(): boolean {
    return this.#shift()?.readiness.state === 'wrap-up';
  }

  readonly #observe: Observer = (phone, { event }) => {
    if (event.type === 'ended') {
      const call = findCall(phone, event.call);
      const online = (this.#shift()?.readiness.state ?? 'offline') !== 'offline';
      const needed = this.needs.needsWrapUp?.(event.call) ?? true;
      if (online && needed && call?.state === 'ended' && call.answeredAt !== null)
        this.#enter({ state: 'wrap-up' });
    }
    if (event.type === 'wrap-up-finished') {
      const shift = this.#shift();
      if (shift?.readiness.state === 'wrap-up') this.#enter(shift.returnsTo);
    }
  };

  #shift(): Shift | null {
    const { team, settings, packs, serverClock, now } = this.needs;
    const { agentNumber } = settings.value;
    return foldShiftHere(team.events.value, agentNumber, packs.pack.shift, now(), serverClock.offset);
  }

  #enter(readiness: Readiness): void {
    const { store, team, settings, packs, serverClock, now, facts } = this.needs;
    const agent = settings.value.agentNumber;
    const fact = { type: 'shift-changed', readiness, because: 'phone' } as const;
    const seen = newestSeq(team.events.value);
    const origin = { by: agent, offset: serverClock.offset, seen, pack: packs.key };
    store
      .append([teamEvent(fact, agent, nextShiftChangeAt(this.#shift(), now()), origin)])
      .catch((error: unknown) => {
        console.error('shift: could not be stored', error);
        facts.report({ storage: 'failed' });
      });
  }
}
