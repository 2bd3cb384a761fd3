import type { Instant } from '../../calls/call-event.ts';
import type { SourceProblem } from '../../calls/call-source.ts';
import type { MicrophoneState, PhoneNotice, ProblemCounts } from '../../contract/messages/phone-status.ts';
import type { PhoneFacts } from '../../rules/ring/fold-phone-status.ts';
import { Listeners } from '../listeners.ts';
import type { Undo } from '../part.ts';
import type { RingerState } from './ringer.ts';

interface ReportedFacts {
  readonly setUp: PhoneFacts['setUp'];
  readonly microphone: MicrophoneState;
  readonly ringer: RingerState;
  readonly storage: 'kept' | 'failed';
  readonly refusedCallAt: Instant | null;
}

/** What the parts of the host report about themselves; the phone status follows from it. */
export class StatusFacts {
  readonly #listeners = new Listeners();
  #facts: ReportedFacts = {
    setUp: 'starting',
    microphone: 'granted',
    ringer: 'armed',
    storage: 'kept',
    refusedCallAt: null,
  };
  #problems: ProblemCounts = {};
  readonly #notices = new Map<PhoneNotice, Set<string>>();
  #held: readonly PhoneNotice[] = [];

  get current(): ReportedFacts {
    return this.#facts;
  }

  report(facts: Partial<ReportedFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#listeners.notify();
  }

  /** What went wrong without ending a call, for the diagnostics. */
  get problems(): ProblemCounts {
    return this.#problems;
  }

  count(problem: SourceProblem['problem']): void {
    this.#problems = { ...this.#problems, [problem]: (this.#problems[problem] ?? 0) + 1 };
    this.#listeners.notify();
  }

  /** What holds now; the same array until that changes. */
  get notices(): readonly PhoneNotice[] {
    return this.#held;
  }

  /** `of` tells apart what a notice is about: it holds while it holds for one of them. */
  notice(notice: PhoneNotice, holds: boolean, of = ''): void {
    const about = this.#notices.get(notice) ?? new Set();
    if (about.has(of) === holds) return;
    if (holds) about.add(of);
    else about.delete(of);
    this.#notices.set(notice, about);
    this.#held = [...this.#notices].flatMap(([name, { size }]) => (size === 0 ? [] : [name]));
    this.#listeners.notify();
  }

  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }
}
