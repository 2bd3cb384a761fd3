import { type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Pack } from '../../../contract/pack/pack.ts';
import { type AuditEntry, readAudit } from '../../../storage/audit-log.ts';
import { dueAndUnsaved } from '../../../storage/notes/delete-notes.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { FormState } from '../frame/form-state.ts';
import { erasePerson } from './erase-person.ts';
import type { ErasureView, KeepingAction, KeepingView } from './keeping-view.ts';

/** The newest of what was done; the rest is in the store and in nobody's way. */
const MOST_ACCOUNTED = 50;
const DAY_MS = 86_400_000;

interface KeepingParts {
  readonly stores: Stores;
  readonly pack: Pack;
  readonly keepNotesDays: () => number;
  readonly isManaged: () => boolean;
  readonly saveDays: (days: number) => Promise<void>;
}

/** What becomes of the records, as the options page shows and changes it. */
export class KeepingModel {
  readonly #parts: KeepingParts;
  readonly #form: Signal<FormState> = signal('untouched');
  readonly #due = signal(0);
  readonly #storage: Signal<KeepingView['storage']> = signal({ persistent: true, usedBytes: 0 });
  readonly #erasure: Signal<ErasureView> = signal({ state: 'asking' });
  readonly #accounted: Signal<readonly AuditEntry[]> = signal([]);

  constructor(parts: KeepingParts) {
    this.#parts = parts;
  }

  get view(): KeepingView {
    const { stores, keepNotesDays, isManaged } = this.#parts;
    return {
      unlocked: stores.vault.state.state === 'unlocked',
      keepNotesDays: keepNotesDays(),
      managed: isManaged(),
      form: this.#form.value,
      due: this.#due.value,
      storage: this.#storage.value,
      erasure: this.#erasure.value,
      accounted: this.#accounted.value,
    };
  }

  async refresh(): Promise<void> {
    const { stores, keepNotesDays } = this.#parts;
    await this.#refreshStorage();
    if (stores.vault.state.state === 'not-set-up') return;
    const days = keepNotesDays();
    this.#due.value = days === 0 ? 0 : await dueAndUnsaved(stores.notes, Date.now() - days * DAY_MS);
    const { entries } = await readAudit(stores);
    this.#accounted.value = entries.slice(-MOST_ACCOUNTED).reverse();
  }

  async act(action: KeepingAction): Promise<void> {
    switch (action.do) {
      case 'keep-days':
        return this.#keepDays(action.days);
      case 'make-persistent':
        await navigator.storage.persist();
        return this.#refreshStorage();
      case 'erase-number':
        return this.#erase(action.number);
    }
  }

  async #keepDays(days: number): Promise<void> {
    this.#form.value = 'saving';
    try {
      await this.#parts.saveDays(days);
      this.#form.value = 'saved';
    } catch (error) {
      console.error('options: the days could not be saved', error);
      this.#form.value = 'failed';
    }
    await this.refresh();
  }

  async #erase(number: string): Promise<void> {
    const { stores, pack } = this.#parts;
    this.#erasure.value = { state: 'busy' };
    try {
      this.#erasure.value = await erasePerson(stores, pack, number);
    } catch (error) {
      console.error('options: a number could not be deleted', error);
      this.#erasure.value = { state: 'refused', reason: 'failed' };
    }
    await this.refresh();
  }

  /** What an extension with the permission for unlimited storage keeps is never cleared to make room; `persisted` does not say so. */
  async #refreshStorage(): Promise<void> {
    const { usage = 0 } = await navigator.storage.estimate();
    const isUnlimited = await browser.permissions.contains({ permissions: ['unlimitedStorage'] });
    const persistent = isUnlimited || (await navigator.storage.persisted());
    this.#storage.value = { persistent, usedBytes: usage };
  }
}
