import type { Instant } from '../../calls/call-event.ts';
import { findCall, type Phone } from '../../calls/fold-phone.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { ShiftRules } from '../../contract/pack/shift.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { newestSeq } from '../../contract/team/event-order.ts';
import type { Readiness } from '../../contract/team/readiness.ts';
import { type TeamEvent, teamEvent } from '../../contract/team/team-event.ts';
import { foldShift, type Shift } from '../../rules/shift/fold-shift.ts';

interface ShiftMonitorPorts {
  readonly events: () => readonly TeamEvent[];
  readonly append: (events: readonly TeamEvent[]) => Promise<void>;
  readonly settings: () => Pick<Settings, 'agentNumber' | 'notReadyAnswer'>;
  readonly rules: ShiftRules;
  /** Names the script pack in force. */
  readonly packKey: () => string;
  readonly now: () => Instant;
  readonly failed: () => void;
}

const STATUS = { '480': 480, '486': 486, '603': 603, ring: null } as const;

/** The agent's readiness where calls arrive: who is not ready is not rung, and an answered call is followed by wrap-up. */
export class ShiftMonitor {
  readonly #ports: ShiftMonitorPorts;

  constructor(ports: ShiftMonitorPorts) {
    this.#ports = ports;
  }

  /** The status that a caller gets instead of a ring; null while the agent takes calls, or keeps no shift. */
  turnAway(): 480 | 486 | 603 | null {
    const readiness = this.#shift()?.readiness.state ?? 'ready';
    return readiness === 'ready' ? null : STATUS[this.#ports.settings().notReadyAnswer];
  }

  wrapsUp(): boolean {
    return this.#shift()?.readiness.state === 'wrap-up';
  }

  follow(phone: Phone, { event }: JournalEntry): void {
    if (event.type === 'ended') {
      const call = findCall(phone, event.call);
      const online = (this.#shift()?.readiness.state ?? 'offline') !== 'offline';
      if (online && call?.state === 'ended' && call.answeredAt !== null) this.#enter({ state: 'wrap-up' });
    }
    if (event.type === 'wrap-up-finished') {
      const shift = this.#shift();
      if (shift?.readiness.state === 'wrap-up') this.#enter(shift.returnsTo);
    }
  }

  #shift(): Shift | null {
    const { events, settings, rules, now } = this.#ports;
    return foldShift(events(), settings().agentNumber, rules, now());
  }

  #enter(readiness: Readiness): void {
    const { append, events, settings, packKey, now, failed } = this.#ports;
    const agent = settings().agentNumber;
    const fact = { type: 'shift-changed', readiness, because: 'phone' } as const;
    const origin = { by: agent, offset: null, seen: newestSeq(events()), pack: packKey() };
    append([teamEvent(fact, agent, now(), origin)]).catch((error: unknown) => {
      console.error('shift: could not be kept', error);
      failed();
    });
  }
}
