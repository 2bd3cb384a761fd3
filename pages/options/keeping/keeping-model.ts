import { type Signal, signal } from '@preact/signals';
import type { Pack } from '../../../contract/pack/pack.ts';
import { type AuditEntry, readAudit } from '../../../storage/audit-log.ts';
import { dueAndUnsaved } from '../../../storage/notes/delete-notes.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { FormState } from '../frame/form-state.ts';
import type { OptionsBrowser } from '../frame/options-browser.ts';
import type { SettingsModel } from '../frame/settings-model.ts';
import { erasePerson } from './erase-person.ts';
import type { ErasureView, KeepingAction, KeepingView } from './keeping-view.ts';

/** Audit entries on the page; older ones stay in the store. */
const MOST_ACCOUNTED = 50;
const DAY_MS = 86_400_000;

interface KeepingParts {
  readonly stores: Stores;
  readonly pack: Pack;
  readonly browser: OptionsBrowser;
  readonly settings: SettingsModel;
}

/** Retention, erasure and the audit log of the records. */
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

  readonly handlers: Handlers<KeepingAction> = {
    'keep-days': async ({ days }) => {
      this.#form.value = 'saving';
      try {
        await this.#parts.browser.saveSettings({ keepNotesDays: days });
        await this.#parts.settings.load();
        this.#form.value = 'saved';
      } catch (error) {
        console.error('options: the days could not be saved', error);
        this.#form.value = 'failed';
      }
      await this.refresh();
    },
    'make-persistent': async () => {
      await this.#parts.browser.makePersistent();
      this.#storage.value = await this.#parts.browser.storageState();
    },
    'erase-number': async ({ number }) => {
      const { stores, pack } = this.#parts;
      this.#erasure.value = { state: 'busy' };
      try {
        this.#erasure.value = await erasePerson(stores, pack, number);
      } catch (error) {
        console.error('options: a number could not be deleted', error);
        this.#erasure.value = { state: 'refused', reason: 'failed' };
      }
      await this.refresh();
    },
  };

  get view(): KeepingView {
    const { stores, settings } = this.#parts;
    return {
      unlocked: stores.vault.state.state === 'unlocked',
      keepNotesDays: settings.settings.value.keepNotesDays,
      managed: settings.managed.value.includes('keepNotesDays'),
      form: this.#form.value,
      due: this.#due.value,
      storage: this.#storage.value,
      erasure: this.#erasure.value,
      accounted: this.#accounted.value,
    };
  }

  async refresh(): Promise<void> {
    const { stores, browser, settings } = this.#parts;
    this.#storage.value = await browser.storageState();
    if (stores.vault.state.state === 'not-set-up') return;
    const days = settings.settings.value.keepNotesDays;
    const olderThan = stores.notes.ports.now() - days * DAY_MS;
    this.#due.value = days === 0 ? 0 : await dueAndUnsaved(stores.notes, olderThan);
    const { entries } = await readAudit(stores);
    this.#accounted.value = entries.slice(-MOST_ACCOUNTED).reverse();
  }
}
