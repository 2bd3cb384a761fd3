import { liveCalls } from '../../calls/fold-phone.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { deleteExpired } from '../../storage/notes/delete-notes.ts';
import { finishDeletions } from '../../storage/notes/finish-deletions.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { pruneStarts } from '../../storage/vault/prune-starts.ts';
import type { JournalStream } from '../call/live-journal.ts';
import { every, HostPart } from '../part.ts';

const DAY_MS = 86_400_000;
/** Short enough for a computer that is never shut down. */
const EVERY_MS = DAY_MS / 4;
/** A call postpones the deletion by this much. */
const CHECK_MS = 600_000;

interface RetentionNeeds {
  readonly journal: Pick<JournalStream, 'phone'>;
  readonly stores: Pick<Stores, 'notes' | 'journal' | 'vault' | 'database' | 'codec'>;
  /** `keepNotesDays` 0 keeps notes for ever. */
  readonly settings: { readonly value: Pick<Settings, 'keepNotesDays'> };
  readonly now: () => number;
}

/**
 * Deletes notes that are older than the settings allow and stored elsewhere too, while no call is
 * up. Works while the vault is locked.
 */
export class RetentionScheduler extends HostPart<RetentionNeeds> {
  #lastAt = Number.NEGATIVE_INFINITY;

  start(): void {
    const { stores } = this.needs;
    const check = () => {
      void this.#finish();
      void this.deleteWhenIdle();
    };
    check();
    this.undoOnStop(every(CHECK_MS, check));
    this.undoOnStop(stores.journal.subscribeReleased(() => void this.#finish()));
  }

  /** What had to wait for a call. */
  async #finish(): Promise<void> {
    const { stores } = this.needs;
    if (stores.vault.state.state === 'not-set-up') return;
    try {
      await finishDeletions(stores.notes);
    } catch (error) {
      console.error('retention: a postponed deletion failed', error);
    }
  }

  /** Deletes a few times a day at most. */
  async deleteWhenIdle(): Promise<void> {
    const { journal, stores, settings, now } = this.needs;
    const days = settings.value.keepNotesDays;
    const isBusy = liveCalls(journal.phone).length > 0;
    if (days === 0 || isBusy || stores.vault.state.state === 'not-set-up') return;
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
