import { type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { FormState } from '../../components/form-state.ts';
import type { ErasureView, KeepingAction, KeepingView } from '../../components/keeping/keeping-view.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { type AuditEntry, readAudit } from '../../notes/audit-log.ts';
import { dueAndUnsaved } from '../../notes/delete-notes.ts';
import type { Stores } from '../../notes/open-stores.ts';
import { erasePerson } from './erase-person.ts';

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

  async look(): Promise<void> {
    const { stores, keepNotesDays } = this.#parts;
    await this.#lookAtStorage();
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
        return this.#lookAtStorage();
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
    await this.look();
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
    await this.look();
  }

  /** What an extension with the permission for unlimited storage keeps is never cleared to make room; `persisted` does not say so. */
  async #lookAtStorage(): Promise<void> {
    const { usage = 0 } = await navigator.storage.estimate();
    const isUnlimited = await browser.permissions.contains({ permissions: ['unlimitedStorage'] });
    const persistent = isUnlimited || (await navigator.storage.persisted());
    this.#storage.value = { persistent, usedBytes: usage };
  }
}
