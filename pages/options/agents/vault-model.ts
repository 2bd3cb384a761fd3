import { type Signal, signal } from '@preact/signals';
import type { Stores } from '../../../storage/open-stores.ts';
import type { VaultState } from '../../../storage/vault/vault.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { OptionsBrowser } from '../frame/options-browser.ts';
import type { VaultAction, VaultView } from '../frame/options-view.ts';
import type { SettingsModel } from '../frame/settings-model.ts';

interface VaultParts {
  readonly stores: Stores;
  readonly browser: OptionsBrowser;
  readonly settings: SettingsModel;
}

/** Setting up the first passphrase, and whether the records are locked. */
export class VaultModel {
  readonly state: Signal<VaultState> = signal({ state: 'not-set-up' });
  /** A passphrase is being set up, or its recovery code is shown for the only time. */
  readonly #making: Signal<Extract<VaultView, { state: 'making' | 'made' }> | null> = signal(null);
  readonly #wasMade = signal(false);
  readonly #parts: VaultParts;

  constructor(parts: VaultParts) {
    this.#parts = parts;
  }

  readonly handlers: Handlers<VaultAction> = {
    'make-vault': ({ passphrase }) => this.make(passphrase),
    'recovery-code-kept': () => {
      this.#making.value = null;
    },
  };

  /** Sets the first passphrase; does nothing where there is one. */
  async make(passphrase: string): Promise<void> {
    const { stores, browser, settings } = this.#parts;
    if (stores.vault.state.state !== 'not-set-up') return;
    this.#making.value = { state: 'making' };
    const made = await stores.vault.setUp(passphrase, settings.settings.value.agentNumber);
    if (made.ok) await browser.rememberVault();
    this.#making.value = made.ok ? { state: 'made', recoveryCode: made.recoveryCode } : null;
  }

  async load(): Promise<void> {
    this.state.value = this.#parts.stores.vault.state;
    this.#wasMade.value = await this.#parts.browser.vaultWasMade();
  }

  /** The agents of this computer are shown only after the recovery code was put away. */
  get isMade(): boolean {
    return this.state.value.state !== 'not-set-up' && this.#making.value === null;
  }

  get view(): VaultView {
    return this.#making.value ?? this.#stateView();
  }

  #stateView(): VaultView {
    switch (this.state.value.state) {
      case 'not-set-up':
        return this.#wasMade.value ? { state: 'lost' } : { state: 'none' };
      case 'locked':
        return { state: 'locked' };
      case 'unlocked':
        return { state: 'open' };
    }
  }
}
