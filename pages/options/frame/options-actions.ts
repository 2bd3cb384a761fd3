import { browser } from 'wxt/browser';
import { disableDial, enableDial } from '../../../browser/dial-switch.ts';
import type { HostLink } from '../../../browser/host-link.ts';
import { loadSettings, saveSettings } from '../../../browser/settings-store.ts';
import type { SyncLink } from '../../../browser/sync-link.ts';
import { rememberVault } from '../../../browser/vault-memory.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { KeyMap } from '../../session/key-map.ts';
import { saveKeyMap } from '../../session/key-map-store.ts';
import type { OptionsModel } from './options-model.ts';
import type { ActOnOptions, FormName, OptionsAction } from './options-view.ts';

interface ActionParts {
  readonly model: OptionsModel;
  readonly stores: Stores;
  readonly link: HostLink;
  readonly sync: SyncLink;
}

/** Saves what the agent sets and tells the phone host, which connects anew. */
export class OptionsActions {
  readonly #parts: ActionParts;

  constructor(parts: ActionParts) {
    this.#parts = parts;
  }

  readonly act: ActOnOptions = (action) => void this.#do(action);

  async #do(action: OptionsAction): Promise<void> {
    const { model } = this.#parts;
    switch (action.do) {
      case 'make-vault':
        return this.#makeVault(action.passphrase);
      case 'recovery-code-kept':
        model.making.value = null;
        return;
      case 'print-recovery-code':
        return print();
      case 'save-agent':
        await this.#save('agent', action.settings);
        await this.#parts.stores.vault.rename(model.settings.value.agentNumber);
        return model.agents.refresh();
      case 'listen-to-line':
        return this.#save('listening', { listenToLine: action.on });
      case 'save-advanced':
        return this.#save('advanced', action.settings);
      case 'save-phone':
        return this.#savePhone(action);
      case 'forget-password':
        return this.#forgetPassword();
      case 'ask-microphone':
        return model.microphone.ask(() => this.#parts.link.notifySettingsChanged());
      case 'test-microphone':
        return model.microphone.test();
      case 'stop-test':
        model.sound.stop();
        return model.microphone.stop();
      case 'choose-output':
        return this.#save('agent', { ringerOutput: action.device });
      case 'set-volume':
        return this.#save('agent', { ringerVolume: action.volume });
      case 'play-ring':
        return model.sound.playRing(model.settings.value);
      case 'play-voice':
        return model.sound.playVoice();
      case 'enrol':
        return this.#joined(model.team.enrol(action.server, action.code));
      case 'sign-in':
        return this.#joined(model.team.signIn(action.server, action.organisation));
      case 'leave-team':
        await model.team.leave();
        return this.#parts.sync.say({ kind: 'sync-now' });
      case 'on-agents':
        return model.agents.act(action.action);
      case 'on-keeping':
        return model.keeping.act(action.action);
      case 'click-to-dial':
        return this.#clickToDial(action.on);
      case 'save-keys':
        return this.#saveKeys(action.keys);
      case 'update-now':
        return browser.runtime.reload();
    }
  }

  async #clickToDial(on: boolean): Promise<void> {
    const { clickToDial } = this.#parts.model;
    if (on) clickToDial.value = (await enableDial()) ? 'on' : 'refused';
    else {
      await disableDial();
      clickToDial.value = 'off';
    }
  }

  /** The team knows the agent by its own number: what is written from now on says that one. */
  async #joined(joining: Promise<string | null>): Promise<void> {
    const agentNumber = await joining;
    if (agentNumber === null) return;
    const { view } = this.#parts.model.team;
    const teamServer = view.value.state === 'joined' ? view.value.server : '';
    await this.#save('agent', { agentNumber, teamServer });
    this.#parts.sync.say({ kind: 'sync-now' });
  }

  async #makeVault(passphrase: string): Promise<void> {
    const { model, stores } = this.#parts;
    model.making.value = { state: 'making' };
    const made = await stores.vault.setUp(passphrase, model.settings.value.agentNumber);
    if (made.ok) await rememberVault();
    model.making.value = made.ok ? { state: 'made', recoveryCode: made.recoveryCode } : null;
  }

  async #savePhone(action: OptionsAction & { do: 'save-phone' }): Promise<void> {
    const { model, stores } = this.#parts;
    model.setForm('phone', 'saving');
    const settings = { ...model.settings.value, ...action.settings };
    const { sipUser, sipRealm, sipDomain } = settings;
    if (action.password !== null) {
      const realm = sipRealm === '' ? sipDomain : sipRealm;
      // Nothing is remembered before there is a key to seal it with.
      const canRemember = stores.vault.state.state !== 'not-set-up';
      if (action.remember && canRemember) await stores.credentials.remember(sipUser, realm, action.password);
      else await stores.credentials.useForThisStart(sipUser, action.password);
    }
    await this.#save('phone', action.settings);
    await this.refreshPassword();
  }

  async #forgetPassword(): Promise<void> {
    const { stores, link } = this.#parts;
    if (stores.vault.state.state !== 'not-set-up') await stores.credentials.forget();
    await this.refreshPassword();
    link.notifySettingsChanged();
  }

  /** Where the password is, without the password. */
  async refreshPassword(): Promise<void> {
    const { model, stores } = this.#parts;
    if (stores.vault.state.state === 'not-set-up') {
      model.password.value = 'missing';
      return;
    }
    model.password.value = await stores.credentials.whereabouts();
  }

  async #saveKeys(keys: KeyMap): Promise<void> {
    const { model } = this.#parts;
    await saveKeyMap(keys);
    model.keys.value = keys;
    model.setForm('keys', 'saved');
  }

  async #save(form: FormName, patch: Partial<Settings>): Promise<void> {
    const { model, link } = this.#parts;
    model.setForm(form, 'saving');
    try {
      await saveSettings(patch);
      model.settings.value = await loadSettings();
      model.setForm(form, 'saved');
      link.notifySettingsChanged();
    } catch (error) {
      console.error('options: could not be saved', error);
      model.setForm(form, 'failed');
    }
  }
}
