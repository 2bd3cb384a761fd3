import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import { isWithin } from '../../calls/timing/is-within.ts';

/** The steps of a call's script that are not done yet. */
export interface PendingScript {
  readonly situation: string | null;
  readonly pendingSteps: number;
  readonly pendingMs: number;
}

/** A shortcut cannot be held: a second press within this time counts as a held button. */
const SECOND_PRESS_MS = 3000;

/** The hang-up guard, applied to every request: from buttons, shortcuts and notifications. */
export class HangUpPolicy {
  readonly #pending: (call: CallId) => PendingScript | null;
  #lastPress: { readonly call: CallId; readonly at: Instant } | null = null;

  /** @param pending what the rules give now; null if the call may end. */
  constructor(pending: (call: CallId) => PendingScript | null) {
    this.#pending = pending;
  }

  forbids(call: CallId): boolean {
    return this.#pending(call) !== null;
  }

  /** The event to record before an early hang-up; null if no step is pending. */
  forcedEvent(call: CallId, at: Instant): AgentEvent | null {
    const pending = this.#pending(call);
    return pending === null ? null : { type: 'hang-up-forced', call, at, ...pending };
  }

  /** Remembers the press. True if it is the second one on this call within the time. */
  pressedTwice(call: CallId, at: Instant): boolean {
    const last = this.#lastPress;
    const twice = last !== null && last.call === call && isWithin(SECOND_PRESS_MS, last.at, at);
    this.#lastPress = { call, at };
    return twice;
  }
}
