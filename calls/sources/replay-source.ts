import type { CommandResult } from '../call-command.ts';
import type { CallEvent, PhoneEvent } from '../call-event.ts';
import type { CallSource } from '../call-source.ts';
import { isPhoneFact } from '../fold-phone.ts';
import type { JournalEntry } from '../journal-entry.ts';
import { browserClock, type Clock } from './clock.ts';

/**
 * `at-once`: everything now, with the times it was recorded at. `as-it-was`: in its own time, with times moved so
 * that the first event happens now and durations on the screen are true.
 */
export type ReplayPace = 'at-once' | 'as-it-was';

/** A recorded journal as a phone: for stories, for demonstrations and for looking at a reported fault. */
export class ReplaySource implements CallSource {
  readonly #facts: readonly (CallEvent | PhoneEvent)[];
  readonly #pace: ReplayPace;
  readonly #clock: Clock;
  #pending: (() => void)[] = [];

  constructor(journal: readonly JournalEntry[], pace: ReplayPace, clock: Clock = browserClock) {
    this.#facts = journal.map(({ event }) => event).filter(isPhoneFact);
    this.#pace = pace;
    this.#clock = clock;
  }

  start(emit: (event: CallEvent | PhoneEvent) => void): void {
    if (this.#pace === 'at-once') {
      for (const fact of this.#facts) emit(fact);
      return;
    }
    const shift = this.#clock.now() - (this.#facts[0]?.at ?? 0);
    for (const fact of this.#facts) {
      const at = fact.at + shift;
      this.#pending.push(this.#clock.after(at - this.#clock.now(), () => emit({ ...fact, at })));
    }
  }

  /** What is over cannot be steered. */
  async command(): Promise<CommandResult> {
    return { ok: false, reason: 'wrong-state' };
  }

  async stop(): Promise<void> {
    for (const cancel of this.#pending) cancel();
    this.#pending = [];
  }
}
