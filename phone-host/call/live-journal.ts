import type { AgentEvent } from '../../calls/agent-event.ts';
import { foldPhone, isPhoneFact, type Phone, QUIET_PHONE, replayPhone } from '../../calls/fold-phone.ts';
import type { JournalEntry, JournalEvent, JournalSource } from '../../calls/journal-entry.ts';

/** The rules as the journal needs them: what is due by now, and when to look again. */
export interface RulesPort {
  apply(entry: JournalEntry): void;
  due(now: number): readonly AgentEvent[];
  /** Null when only a new event can change anything. */
  nextChangeAt(now: number): number | null;
}

interface LiveJournalPorts {
  readonly append: (source: JournalSource, event: JournalEvent) => JournalEntry;
  readonly rules: RulesPort;
  readonly now: () => number;
  /** After every entry that changed something, with the phone as it then is. */
  readonly changed: (phone: Phone, entry: JournalEntry) => void;
}

/** Waits past this are cut into pieces, so that a long timer cannot overflow. */
const LONGEST_TIMER_MS = 60_000;

/**
 * The journal as it grows: folds every event, refuses what cannot be, drops what is known already, and journals what
 * the passing of time makes due. It starts one timer, for the moment at which the folds say they next change.
 */
export class LiveJournal {
  readonly #ports: LiveJournalPorts;
  #phone: Phone = QUIET_PHONE;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ports: LiveJournalPorts, earlier: readonly JournalEntry[]) {
    this.#ports = ports;
    this.#phone = replayPhone(earlier);
    for (const entry of earlier) ports.rules.apply(entry);
  }

  get phone(): Phone {
    return this.#phone;
  }

  record(source: JournalSource, event: JournalEvent): 'recorded' | 'repeat' | 'impossible' {
    if (isPhoneFact(event)) {
      const result = foldPhone(this.#phone, event);
      if (result.verdict === 'impossible') console.warn(`journal: refused, ${result.why}`);
      if (result.verdict !== 'applied') return result.verdict;
      this.#phone = result.phone;
    }
    const entry = this.#ports.append(source, event);
    this.#ports.rules.apply(entry);
    this.#ports.changed(this.#phone, entry);
    this.bringUpToDate();
    return 'recorded';
  }

  /** Journals what is due, and sets the timer for what comes next. */
  bringUpToDate(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { rules, now } = this.#ports;
    for (const event of rules.due(now())) {
      const entry = this.#ports.append('host', event);
      rules.apply(entry);
      this.#ports.changed(this.#phone, entry);
    }
    const next = rules.nextChangeAt(now());
    if (next === null) return;
    const wait = Math.min(Math.max(next - now(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.bringUpToDate(), wait);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}
