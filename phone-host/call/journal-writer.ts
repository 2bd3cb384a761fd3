import type { JournalEntry, JournalEvent, JournalSource } from '../../calls/journal-entry.ts';
import { SerialQueue } from '../../calls/timing/serial-queue.ts';

export interface JournalSink {
  append(entries: readonly JournalEntry[]): Promise<void>;
}

interface WriterPorts {
  readonly sink: JournalSink;
  /** Names the script pack in use, so that a replay folds with the same one. */
  readonly pack: () => string;
  readonly broadcast: (entries: readonly JournalEntry[]) => void;
  /** Waited for before each write: what was broadcast is to be drawn first. */
  readonly whenIdle: () => Promise<void>;
  /** Told once a write fails and once it works again: the call goes on either way, from memory. */
  readonly storageState: (state: 'kept' | 'failed') => void;
}

/**
 * The only hand that writes the journal. An entry is shown first and stored right behind it: the ring may not wait for
 * the disk. Writes follow one another; what could not be stored is kept and tried again with the next entry, or when
 * asked.
 */
export class JournalWriter {
  readonly #ports: WriterPorts;
  #newestSeq: number;
  #unstored: JournalEntry[] = [];
  readonly #queue = new SerialQueue();

  constructor(ports: WriterPorts, newestSeq: number) {
    this.#ports = ports;
    this.#newestSeq = newestSeq;
  }

  get newestSeq(): number {
    return this.#newestSeq;
  }

  append(source: JournalSource, event: JournalEvent): JournalEntry {
    this.#newestSeq += 1;
    const entry: JournalEntry = { seq: this.#newestSeq, source, event, pack: this.#ports.pack() };
    this.#unstored.push(entry);
    this.#ports.broadcast([entry]);
    this.#write();
    return entry;
  }

  /** Stores now what could not be stored before. */
  tryAgain(): void {
    if (this.#unstored.length > 0) this.#write();
  }

  /** Resolves when all that was appended until now is stored, or has failed. */
  settled(): Promise<void> {
    return this.#queue.idle();
  }

  #write(): void {
    void this.#queue.run(() => this.#store());
  }

  async #store(): Promise<void> {
    if (this.#unstored.length === 0) return;
    await this.#ports.whenIdle();
    const batch = this.#unstored;
    this.#unstored = [];
    try {
      await this.#ports.sink.append(batch);
      this.#ports.storageState('kept');
    } catch (error) {
      console.error('journal: could not be stored', error);
      this.#unstored = [...batch, ...this.#unstored];
      this.#ports.storageState('failed');
    }
  }
}
