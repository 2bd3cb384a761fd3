import { liveCalls } from '../../calls/fold-phone.ts';
import { isWithin } from '../../calls/timing/is-within.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { expireDialogs } from '../../storage/journal/dialog-store.ts';
import { finishDeletions } from '../../storage/notes/finish-deletions.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { applyRetention, type RetainedStores } from '../../storage/retention/apply-retention.ts';
import { markUsed } from '../../storage/retention/forget-agents.ts';
import type { JournalStream } from '../call/live-journal.ts';
import { every, HostPart } from '../part.ts';

const DAY_MS = 86_400_000;
/** Short enough for a computer that is never shut down. */
const EVERY_MS = DAY_MS / 4;
/** A call postpones the deletion by this much. */
const CHECK_MS = 600_000;

interface RetentionNeeds {
  readonly journal: Pick<JournalStream, 'phone'>;
  readonly stores: RetainedStores & Pick<Stores, 'journal'>;
  /** `keepNotesDays` 0 keeps notes for ever. */
  readonly settings: { readonly value: Pick<Settings, 'keepNotesDays'> };
  readonly now: () => number;
}

/**
 * Applies the retention of this computer's tables while no call is up. Works while the vault is
 * locked.
 */
export class RetentionScheduler extends HostPart<RetentionNeeds> {
  #lastAt = Number.NEGATIVE_INFINITY;

  start(): void {
    const { stores } = this.needs;
    const check = () => {
      void this.#finish();
      void this.#markUsed();
      void this.deleteWhenIdle();
    };
    check();
    this.undoOnStop(stores.vault.subscribe(() => void this.#markUsed()));
    this.undoOnStop(every(CHECK_MS, check));
    this.undoOnStop(stores.journal.subscribeReleased(() => void this.#finish()));
  }

  /** What had to wait for a call. */
  async #finish(): Promise<void> {
    const { stores, now } = this.needs;
    if (stores.vault.state.state === 'not-set-up') return;
    try {
      await expireDialogs(stores.database, now());
      await finishDeletions(stores.notes);
    } catch (error) {
      console.error('retention: a postponed deletion failed', error);
    }
  }

  async #markUsed(): Promise<void> {
    const { vault, database } = this.needs.stores;
    if (vault.state.state !== 'unlocked') return;
    try {
      await markUsed(database, vault.state.agent, this.needs.now());
    } catch (error) {
      console.error('retention: the day of last use was not stored', error);
    }
  }

  /** Deletes a few times a day at most. */
  async deleteWhenIdle(): Promise<void> {
    const { journal, stores, settings, now } = this.needs;
    const isBusy = liveCalls(journal.phone).length > 0;
    if (isBusy || stores.vault.state.state === 'not-set-up') return;
    if (isWithin(EVERY_MS, this.#lastAt, now())) return;
    this.#lastAt = now();
    try {
      await applyRetention(stores, settings.value.keepNotesDays, now());
    } catch (error) {
      console.error('retention: not everything was deleted', error);
    }
  }
}
