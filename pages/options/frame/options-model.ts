import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { HostLink } from '../../../browser/host-link.ts';
import type { SyncLink } from '../../../browser/sync-link.ts';
import type { UpdateState } from '../../../browser/waiting-update.ts';
import type { PhoneStatus, ProblemCounts } from '../../../contract/messages/phone-status.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { dispatch, type Handlers } from '../../session/dispatch.ts';
import type { BrowserKeys } from '../../session/key-choice.ts';
import { DEFAULT_KEY_MAP, type KeyMap } from '../../session/key-map.ts';
import { AgentsModel } from '../agents/agents-model.ts';
import { VaultModel } from '../agents/vault-model.ts';
import { KeepingModel } from '../keeping/keeping-model.ts';
import { PhoneModel } from '../phone/phone-model.ts';
import { MicrophoneCheck } from '../sound/microphone-check-model.ts';
import { SoundCheck } from '../sound/sound-check.ts';
import type { TeamLink } from '../team/team-link.ts';
import { TeamModel } from '../team/team-model.ts';
import type { OptionsBrowser } from './options-browser.ts';
import type { OptionsAction, OptionsView, SoftphoneAccess } from './options-view.ts';
import { SettingsModel } from './settings-model.ts';

interface OptionsParts {
  readonly stores: Stores;
  readonly pack: Pack;
  readonly browser: OptionsBrowser;
  readonly host: Pick<HostLink, 'notifySettingsChanged'>;
  readonly sync: Pick<SyncLink, 'state' | 'say'>;
  readonly teamLink: TeamLink;
  readonly phoneStatus: ReadonlySignal<PhoneStatus>;
  readonly phoneProblems: ReadonlySignal<ProblemCounts>;
}

/** The options page: one model per feature, and the actions of them all. */
export class OptionsModel {
  readonly settings: SettingsModel;
  readonly keys: Signal<KeyMap> = signal(DEFAULT_KEY_MAP);
  readonly #vault: VaultModel;
  readonly #agents: AgentsModel;
  readonly #phone: PhoneModel;
  readonly #team: TeamModel;
  readonly #keeping: KeepingModel;
  readonly #microphone = new MicrophoneCheck();
  readonly #sound = new SoundCheck();
  readonly #browserKeys: Signal<BrowserKeys> = signal(new Map());
  readonly #clickToDial: Signal<OptionsView['clickToDial']> = signal('off');
  readonly #softphoneAccess: Signal<SoftphoneAccess> = signal('missing');
  readonly #update: Signal<UpdateState> = signal({ state: 'none' });
  readonly #parts: OptionsParts;
  readonly #handlers: Handlers<OptionsAction>;

  constructor(parts: OptionsParts) {
    const { stores, pack, browser, host, sync, teamLink } = parts;
    this.#parts = parts;
    const settings = new SettingsModel(browser, () => host.notifySettingsChanged());
    this.settings = settings;
    this.#vault = new VaultModel({ stores, browser, settings });
    this.#agents = new AgentsModel({ stores, browser, settings });
    this.#phone = new PhoneModel({ stores, settings });
    this.#team = new TeamModel({
      ...{ link: teamLink, sync, settings, stores },
      onAccount: () => this.#phone.refresh(),
    });
    this.#keeping = new KeepingModel({ stores, pack, browser, settings });
    this.#handlers = {
      ...this.#vault.handlers,
      ...this.#agents.handlers,
      ...this.#phone.handlers,
      ...this.#team.handlers,
      ...this.#keeping.handlers,
      'save-agent': async (action) => {
        await settings.save('agent', action.settings);
        await stores.vault.rename(settings.settings.value.agentNumber);
        await this.#agents.refresh();
      },
      'save-advanced': (action) => settings.save('advanced', action.settings),
      'listen-to-line': ({ on }) => settings.save('listening', { listenToLine: on }),
      'ask-microphone': () => this.#microphone.ask(() => settings.notifyHost()),
      'test-microphone': () => this.#microphone.test(settings.settings.value),
      'stop-test': () => {
        this.#sound.stop();
        return this.#microphone.stop();
      },
      'save-sound': async ({ settings: patch }) => {
        await settings.save('agent', patch);
        if (this.#microphone.isTesting) await this.#microphone.test(settings.settings.value);
      },
      'play-ring': () => this.#sound.playRing(settings.settings.value),
      'play-voice': () => this.#sound.playVoice(settings.settings.value),
      'click-to-dial': async ({ on }) => {
        if (on) this.#clickToDial.value = (await browser.enableDial()) ? 'on' : 'refused';
        else {
          await browser.disableDial();
          this.#clickToDial.value = 'off';
        }
      },
      'save-softphone': async ({ settings: patch }) => {
        // First of all: a browser asks only in the task of the press.
        const sites = browser.watchedSites({ ...settings.settings.value, ...patch });
        const isAllowed = await browser.requestSites(sites);
        this.#softphoneAccess.value = isAllowed ? 'allowed' : 'refused';
        if (isAllowed) await settings.save('softphone', patch);
      },
      'save-keys': async ({ keys }) => {
        await browser.saveKeyMap(keys);
        this.keys.value = keys;
        settings.setForm('keys', 'saved');
      },
      begin: ({ code, passphrase }) => this.#team.begin(code, () => this.#vault.make(passphrase)),
      'update-now': () => browser.reload(),
    };
  }

  readonly act = (action: OptionsAction): unknown => dispatch(this.#handlers, action.do, action);

  /** Loads everything that the browser and the stores hold. */
  async load(): Promise<void> {
    const { browser } = this.#parts;
    await this.settings.load();
    await this.#vault.load();
    this.keys.value = await browser.loadKeyMap();
    this.#browserKeys.value = await browser.loadBrowserKeys();
    this.#clickToDial.value = (await browser.isDialOn()) ? 'on' : 'off';
    const sites = browser.watchedSites(this.settings.settings.value);
    this.#softphoneAccess.value = (await browser.areSitesAllowed(sites)) ? 'allowed' : 'missing';
    await this.refreshUpdate();
  }

  /** After the vault was locked or unlocked, or another agent signed in. */
  async refreshVault(): Promise<void> {
    this.#vault.state.value = this.#parts.stores.vault.state;
    await Promise.all([this.#phone.refresh(), this.refreshTeam(), this.#agents.refresh()]);
    await this.#keeping.refresh();
  }

  async refreshTeam(): Promise<void> {
    await this.#team.refresh();
  }

  async refreshUpdate(): Promise<void> {
    this.#update.value = await this.#parts.browser.loadUpdate();
  }

  async refreshDevices(): Promise<void> {
    await Promise.all([this.#microphone.refresh(), this.#sound.refresh()]);
  }

  view(): OptionsView {
    const settings = this.settings.settings.value;
    return {
      settings,
      settingsRevision: this.settings.revision.value,
      agents: this.#vault.isMade ? this.#agents.view : null,
      keeping: this.#keeping.view,
      managed: this.settings.managed.value,
      vault: this.#vault.view,
      password: this.#phone.password.value,
      turnSecret: this.#phone.turnSecret.value,
      phoneStatus: this.#parts.phoneStatus.value,
      phoneProblems: this.#parts.phoneProblems.value,
      microphone: this.#microphone.state.value,
      sound: {
        outputs: this.#sound.outputs.value,
        settings,
        playing: this.#sound.playing.value,
        problem: this.#sound.problem.value,
      },
      update: this.#update.value,
      forms: this.settings.forms.value,
      keys: this.keys.value,
      browserKeys: this.#browserKeys.value,
      team: this.#team.view,
      clickToDial: this.#clickToDial.value,
      softphoneAccess: this.#softphoneAccess.value,
      adapters: (this.#parts.pack.adapters ?? []).map(({ id, name }) => ({ id, name })),
    };
  }
}
