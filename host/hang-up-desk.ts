import type { AgentEvent } from '../calls/agent-event.ts';
import type { CallId, Instant } from '../calls/call-event.ts';

/** What the script of a call still owes the caller. */
export interface Owed {
  readonly situation: string | null;
  readonly stepsOwed: number;
  readonly msOwed: number;
}

/** A shortcut cannot be held; a second press within this long is as deliberate as a held button. */
const SECOND_PRESS_MS = 3000;

/** The hang-up guard at the one place every press comes through: button, shortcut and notification alike. */
export class HangUpDesk {
  readonly #owed: (call: CallId) => Owed | null;
  #lastPress: { readonly call: CallId; readonly at: Instant } | null = null;

  /** `owed`: what the rules say now; null where the call may end. */
  constructor(owed: (call: CallId) => Owed | null) {
    this.#owed = owed;
  }

  forbids(call: CallId): boolean {
    return this.#owed(call) !== null;
  }

  /** The fact to journal before an early hang-up; null if nothing is owed. */
  forcedEvent(call: CallId, at: Instant): AgentEvent | null {
    const owed = this.#owed(call);
    return owed === null ? null : { type: 'hang-up-forced', call, at, ...owed };
  }

  /** Remembers the press; true if it is the second one on this call within the time. */
  pressedTwice(call: CallId, at: Instant): boolean {
    const twice =
      this.#lastPress !== null && this.#lastPress.call === call && at - this.#lastPress.at <= SECOND_PRESS_MS;
    this.#lastPress = { call, at };
    return twice;
  }
}
