import { type Signal, signal } from '@preact/signals';
import type { Stores } from '../../../storage/open-stores.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { PasswordState, PhoneAction, TurnSecretState } from '../frame/options-view.ts';
import type { SettingsModel } from '../frame/settings-model.ts';

interface PhoneParts {
  readonly stores: Stores;
  readonly settings: SettingsModel;
}

/** The SIP account and the TURN server, with their secrets. */
export class PhoneModel {
  readonly password: Signal<PasswordState> = signal('missing');
  readonly turnSecret: Signal<TurnSecretState> = signal('no-vault');
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
    'save-turn': async (action) => {
      const { stores, settings } = this.#parts;
      settings.setForm('turn', 'saving');
      try {
        if (action.secret !== null && this.#isSetUp) await stores.turnSecret.remember(action.secret);
      } catch (error) {
        console.error('options: the TURN secret could not be stored', error);
        settings.setForm('turn', 'failed');
        return;
      }
      await settings.save('turn', action.settings);
      await this.refresh();
    },
    'forget-turn-secret': async () => {
      const { stores, settings } = this.#parts;
      if (this.#isSetUp) await stores.turnSecret.forget();
      await this.refresh();
      settings.notifyHost();
    },
    'forget-password': async () => {
      const { stores, settings } = this.#parts;
      if (this.#isSetUp) await stores.credentials.forget();
      await this.refresh();
      settings.notifyHost();
    },
  };

  /** Checks where the secrets are. */
  async refresh(): Promise<void> {
    const { credentials, turnSecret } = this.#parts.stores;
    this.password.value = this.#isSetUp ? await credentials.whereabouts() : 'missing';
    if (!this.#isSetUp) this.turnSecret.value = 'no-vault';
    else this.turnSecret.value = (await turnSecret.isKept()) ? 'kept' : 'missing';
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
