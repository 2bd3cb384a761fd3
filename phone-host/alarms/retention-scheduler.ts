import { deleteExpired } from '../../storage/notes/delete-notes.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { pruneStarts } from '../../storage/vault/prune-starts.ts';

const DAY_MS = 86_400_000;
/** A computer that is never shut down still forgets in time. */
const EVERY_MS = DAY_MS / 4;
/** Between two looks whether a call is up. */
const CHECK_MS = 600_000;

interface RetentionPorts {
  readonly stores: Pick<Stores, 'notes' | 'vault' | 'database' | 'codec'>;
  /** 0 keeps notes for ever. */
  readonly keepNotesDays: () => number;
  /** A call is up, or its wrap-up: not now. */
  readonly isBusy: () => boolean;
  readonly now: () => number;
}

/** Deletes what is older than it may be kept and saved elsewhere, between two calls. Works locked. */
export class RetentionScheduler {
  readonly #ports: RetentionPorts;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(ports: RetentionPorts) {
    this.#ports = ports;
  }

  /** Looks for a quiet moment for as long as this context lives. */
  watch(): void {
    void this.whenQuiet();
    setInterval(() => void this.whenQuiet(), CHECK_MS);
  }

  /** Does something a few times a day at most. */
  async whenQuiet(): Promise<void> {
    const { stores, keepNotesDays, isBusy, now } = this.#ports;
    const days = keepNotesDays();
    if (days === 0 || isBusy() || stores.vault.state.state === 'not-set-up') return;
    if (now() - this.#lastAt < EVERY_MS) return;
    this.#lastAt = now();
    try {
      const { deleted } = await deleteExpired(stores.notes, now() - days * DAY_MS);
      const { agent, startId } = await stores.codec.writer();
      if (deleted > 0) await pruneStarts(stores.database, agent, startId);
    } catch (error) {
      console.error('retention: nothing was deleted', error);
    }
  }
}
