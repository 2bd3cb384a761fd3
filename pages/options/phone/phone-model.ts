import { type Signal, signal } from '@preact/signals';
import type { Stores } from '../../../storage/open-stores.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { PasswordState, PhoneAction } from '../frame/options-view.ts';
import type { SettingsModel } from '../frame/settings-model.ts';

interface PhoneParts {
  readonly stores: Stores;
  readonly settings: SettingsModel;
}

/** The SIP account and its password. */
export class PhoneModel {
  readonly password: Signal<PasswordState> = signal('missing');
  readonly #parts: PhoneParts;

  constructor(parts: PhoneParts) {
    this.#parts = parts;
  }

  readonly handlers: Handlers<PhoneAction> = {
    'save-phone': async (action) => {
      const { settings } = this.#parts;
      settings.setForm('phone', 'saving');
      await this.#keepPassword(action);
      await settings.save('phone', action.settings);
      await this.refresh();
    },
    'forget-password': async () => {
      const { stores, settings } = this.#parts;
      if (this.#isSetUp) await stores.credentials.forget();
      await this.refresh();
      settings.notifyHost();
    },
  };

  /** Checks where the password is. */
  async refresh(): Promise<void> {
    this.password.value = this.#isSetUp ? await this.#parts.stores.credentials.whereabouts() : 'missing';
  }

  async #keepPassword(action: PhoneAction & { readonly do: 'save-phone' }): Promise<void> {
    const { stores, settings } = this.#parts;
    const { sipUser, sipRealm, sipDomain } = { ...settings.settings.value, ...action.settings };
    const { password, remember } = action;
    if (password === null) return;
    // Without a vault there is no key to encrypt it with.
    if (remember && this.#isSetUp)
      await stores.credentials.remember(sipUser, sipRealm === '' ? sipDomain : sipRealm, password);
    else await stores.credentials.useForThisStart(sipUser, password);
  }

  get #isSetUp(): boolean {
    return this.#parts.stores.vault.state.state !== 'not-set-up';
  }
}
