import type { JournalEntry } from '../../calls/journal-entry.ts';
import { SerialQueue } from '../../calls/timing/serial-queue.ts';
import { HostPart } from '../part.ts';
import type { JournalStream } from './live-journal.ts';
import type { StatusFacts } from './status-facts.ts';

interface WriterNeeds {
  readonly journal: JournalStream;
  readonly store: { append(entries: readonly JournalEntry[]): Promise<void> };
  readonly facts: Pick<StatusFacts, 'report'>;
  /** Waited for before each write: what was broadcast is drawn first. */
  readonly whenIdle: () => Promise<void>;
}

/**
 * Stores the journal. An entry is shown first and stored right after it: a ring does not wait for
 * the disk. Entries that could not be stored are kept in memory, and stored with the next entry or
 * when asked; the call goes on either way.
 */
export class JournalWriter extends HostPart<WriterNeeds> {
  readonly #queue = new SerialQueue();
  #unstored: JournalEntry[] = [];

  start(): void {
    this.undoOnStop(
      this.needs.journal.subscribe((_phone, entry) => {
        this.#unstored.push(entry);
        this.tryAgain();
      }),
    );
  }

  /** Resolves when everything that was recorded is stored, or has failed. */
  override async stop(): Promise<void> {
    super.stop();
    await this.settled();
  }

  /** Stores what is not stored yet. */
  tryAgain(): void {
    if (this.#unstored.length > 0) void this.#queue.run(() => this.#store());
  }

  /** Resolves when everything that was recorded until now is stored, or has failed. */
  settled(): Promise<void> {
    return this.#queue.idle();
  }

  async #store(): Promise<void> {
    if (this.#unstored.length === 0) return;
    const { store, facts, whenIdle } = this.needs;
    await whenIdle();
    const batch = this.#unstored;
    this.#unstored = [];
    try {
      await store.append(batch);
      facts.report({ storage: 'kept' });
    } catch (error) {
      console.error('journal: could not be stored', error);
      this.#unstored = [...batch, ...this.#unstored];
      facts.report({ storage: 'failed' });
    }
  }
}
