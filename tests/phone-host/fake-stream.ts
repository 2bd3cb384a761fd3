import { foldPhone, isPhoneFact, type Phone, QUIET_PHONE } from '../../calls/fold-phone.ts';
import type { JournalEvent, JournalSource } from '../../calls/journal-entry.ts';
import type { JournalStream, Observer } from '../../phone-host/call/live-journal.ts';

/** A journal stream without rules and timers: entries come from the test. */
export class FakeStream implements JournalStream {
  readonly #observers = new Set<Observer>();
  readonly recorded: JournalEvent[] = [];
  phone: Phone = QUIET_PHONE;

  subscribe(observer: Observer): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Observers that have subscribed and not unsubscribed. */
  get observers(): number {
    return this.#observers.size;
  }

  record(source: JournalSource, event: JournalEvent): 'recorded' {
    if (isPhoneFact(event)) {
      const folded = foldPhone(this.phone, event);
      if (folded.verdict === 'applied') this.phone = folded.phone;
    }
    this.recorded.push(event);
    const entry = { seq: this.recorded.length, source, event };
    for (const observer of this.#observers) observer(this.phone, entry);
    return 'recorded';
  }
}
