import type { AgentEvent } from '../../calls/agent-event.ts';
import { foldPhone, isPhoneFact, liveCalls, type Phone, replayPhone } from '../../calls/fold-phone.ts';
import type { JournalEntry, JournalEvent, JournalSource } from '../../calls/journal-entry.ts';
import type { SteadyClock } from '../../calls/timing/steady-clock.ts';
import { Listeners } from '../listeners.ts';
import { OneTimer, type Part, type Undo } from '../part.ts';

/** Called after each new entry, with the phone as that entry left it. */
export type Observer = (phone: Phone, entry: JournalEntry) => void;

/** The journal as the parts of the host read it. */
export interface JournalStream {
  readonly phone: Phone;
  /**
   * Observers are called in the order in which they subscribed, and get entries in order of `seq`.
   */
  subscribe(observer: Observer): Undo;
}

/** The rules as the journal needs them: what is due by now, and when to look again. */
export interface RulesPort {
  apply(entry: JournalEntry): void;
  due(now: number): readonly AgentEvent[];
  /** Null if only a new event can change anything. */
  nextChangeAt(now: number): number | null;
}

interface JournalOptions {
  readonly rules: RulesPort;
  /** Names the script pack in use, so that a replay folds with the same one. */
  readonly packKey: () => string;
  readonly now: () => number;
  /** Keeps the times of a call in order when the computer's clock is set back in it. */
  readonly steady?: Pick<SteadyClock, 'steady' | 'settle'>;
  /** Today's entries as far as they can be read. */
  readonly earlier: readonly JournalEntry[];
  /** Highest number given out so far, also of entries that cannot be read. */
  readonly newestSeq: number;
}

/** Between two calls nothing lasts that a set clock could spoil. */
const BEGINNINGS: ReadonlySet<string> = new Set(['ringing', 'dialling', 'turned-away']);

/** Longer waits are cut into pieces: timers stand still while the computer sleeps. */
const LONGEST_TIMER_MS = 60_000;

/**
 * The journal as it grows. It folds every event, refuses impossible ones, drops repeats, and
 * records what the passing of time makes due. Its one timer is set for the moment at which the
 * rules say that they change next.
 */
export class LiveJournal implements JournalStream, Part {
  readonly #options: JournalOptions;
  readonly #observers = new Listeners<Parameters<Observer>>();
  readonly #timer = new OneTimer();
  #phone: Phone;
  #newestSeq: number;
  #unpublished: Parameters<Observer>[] = [];
  #isPublishing = false;

  constructor(options: JournalOptions) {
    const { earlier, newestSeq, rules } = options;
    this.#options = options;
    this.#newestSeq = newestSeq;
    this.#phone = replayPhone(earlier);
    for (const entry of earlier) rules.apply(entry);
  }

  get phone(): Phone {
    return this.#phone;
  }

  get newestSeq(): number {
    return this.#newestSeq;
  }

  subscribe(observer: Observer): Undo {
    return this.#observers.add(observer);
  }

  start(): void {
    this.bringUpToDate();
  }

  stop(): void {
    this.#timer.clear();
  }

  record(source: JournalSource, reported: JournalEvent): 'recorded' | 'repeat' | 'impossible' {
    const { steady } = this.#options;
    if (liveCalls(this.#phone).length === 0 && BEGINNINGS.has(reported.type)) steady?.settle();
    // Sources and pages read the computer's clock.
    const at = steady?.steady(reported.at) ?? reported.at;
    const event = at === reported.at ? reported : { ...reported, at };
    if (isPhoneFact(event)) {
      const result = foldPhone(this.#phone, event);
      if (result.verdict === 'impossible') console.warn(`journal: refused, ${result.why}`);
      if (result.verdict !== 'applied') return result.verdict;
      this.#phone = result.phone;
    }
    this.#append(source, event);
    this.bringUpToDate();
    return 'recorded';
  }

  /** Records what is due, and sets the timer for what comes next. */
  bringUpToDate(): void {
    const { rules, now } = this.#options;
    this.#timer.clear();
    for (const event of rules.due(now())) this.#append('host', event);
    const next = rules.nextChangeAt(now());
    if (next === null) return;
    const wait = Math.min(Math.max(next - now(), 0), LONGEST_TIMER_MS);
    this.#timer.set(wait, () => this.bringUpToDate());
  }

  #append(source: JournalSource, event: JournalEvent): void {
    const { rules, packKey } = this.#options;
    this.#newestSeq += 1;
    const entry: JournalEntry = { seq: this.#newestSeq, source, event, pack: packKey() };
    rules.apply(entry);
    this.#unpublished.push([this.#phone, entry]);
    this.#publish();
  }

  /** An observer may record an event itself: its entry waits until every observer had this one. */
  #publish(): void {
    if (this.#isPublishing) return;
    this.#isPublishing = true;
    for (let next = this.#unpublished.shift(); next !== undefined; next = this.#unpublished.shift()) {
      this.#observers.notify(...next);
    }
    this.#isPublishing = false;
  }
}
