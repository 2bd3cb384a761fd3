import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { UpdateState } from '../../../browser/waiting-update.ts';
import type { PhoneStatus } from '../../../contract/messages/phone-status.ts';
import type { SyncState } from '../../../contract/messages/sync-message.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { type ManagedSettings, NOTHING_PRESCRIBED } from '../../../contract/settings/managed-settings.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../../contract/settings/settings.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { VaultState } from '../../../storage/vault/vault.ts';
import type { BrowserKeys } from '../../session/key-choice.ts';
import { DEFAULT_KEY_MAP, type KeyMap } from '../../session/key-map.ts';
import { AgentsModel } from '../agents/agents-model.ts';
import { KeepingModel } from '../keeping/keeping-model.ts';
import type { MicrophoneCheck } from '../sound/microphone-check-model.ts';
import type { SoundCheck } from '../sound/sound-check.ts';
import type { TeamLink } from '../team/team-link.ts';
import type { TeamPartView } from '../team/team-part-view.ts';
import type { FormState } from './form-state.ts';
import type {
  FormName,
  ManagedField,
  OptionsView,
  PasswordState,
  VaultState as VaultPartState,
} from './options-view.ts';

interface OptionsParts {
  readonly microphone: MicrophoneCheck;
  readonly sound: SoundCheck;
  readonly team: TeamLink;
  readonly stores: Stores;
  readonly pack: Pack;
  readonly sync: ReadonlySignal<SyncState>;
  readonly loadSettings: () => Promise<Settings>;
  /** That the settings are others now. */
  readonly notifyHost: () => void;
  readonly saveDays: (days: number) => Promise<void>;
}

/** What the options page holds; everything it saves lives elsewhere. */
export class OptionsModel {
  readonly settings: Signal<Settings> = signal(DEFAULT_SETTINGS);
  readonly managed: Signal<ManagedSettings> = signal(NOTHING_PRESCRIBED);
  readonly vault: Signal<VaultState> = signal({ state: 'not-set-up' });
  /** Keys were once made in this profile. */
  readonly vaultWasMade: Signal<boolean> = signal(false);
  /** A passphrase being made, or its recovery code on screen for the only time. */
  readonly making: Signal<Extract<VaultPartState, { state: 'making' | 'made' }> | null> = signal(null);
  readonly password: Signal<PasswordState> = signal('missing');
  readonly phoneStatus: Signal<PhoneStatus> = signal({ status: 'working', doing: 'starting' });
  readonly update: Signal<UpdateState> = signal({ state: 'none' });
  readonly clickToDial: Signal<OptionsView['clickToDial']> = signal('off');
  readonly keys: Signal<KeyMap> = signal(DEFAULT_KEY_MAP);
  readonly browserKeys: Signal<BrowserKeys> = signal(new Map());
  readonly forms: Signal<OptionsView['forms']> = signal({
    agent: 'untouched',
    phone: 'untouched',
    advanced: 'untouched',
    listening: 'untouched',
    keys: 'untouched',
  });
  readonly microphone: MicrophoneCheck;
  readonly sound: SoundCheck;
  readonly team: TeamLink;
  readonly agents: AgentsModel;
  readonly #sync: OptionsParts['sync'];
  readonly #settingsRevision = signal(0);
  readonly keeping: KeepingModel;

  constructor(parts: OptionsParts) {
    this.microphone = parts.microphone;
    this.sound = parts.sound;
    this.team = parts.team;
    this.#sync = parts.sync;
    this.agents = new AgentsModel(parts.stores, async () => {
      this.settings.value = await parts.loadSettings();
      this.#settingsRevision.value += 1;
      parts.notifyHost();
    });
    this.keeping = new KeepingModel({
      ...parts,
      keepNotesDays: () => this.settings.value.keepNotesDays,
      isManaged: () => fieldsOf(this.managed.value).includes('keepNotesDays'),
    });
  }

  view(): OptionsView {
    const settings = this.settings.value;
    return {
      settings,
      settingsRevision: this.#settingsRevision.value,
      agents: this.#agentsPart(),
      keeping: this.keeping.view,
      managed: fieldsOf(this.managed.value),
      vault: this.#vaultPart(),
      password: this.password.value,
      phoneStatus: this.phoneStatus.value,
      microphone: this.microphone.state.value,
      sound: {
        outputs: this.sound.outputs.value,
        chosen: settings.ringerOutput,
        volume: settings.ringerVolume,
        playing: this.sound.playing.value,
        problem: this.sound.problem.value,
      },
      update: this.update.value,
      forms: this.forms.value,
      keys: this.keys.value,
      browserKeys: this.browserKeys.value,
      team: this.#teamPart(),
      clickToDial: this.clickToDial.value,
    };
  }

  setForm(form: FormName, state: FormState): void {
    this.forms.value = { ...this.forms.value, [form]: state };
  }

  /** Whoever was let out comes in by the same door as a new one; what is owed is owed still. */
  #teamPart(): TeamPartView {
    const team = this.team.view.value;
    const sync = this.#sync.value;
    if (team.state !== 'joined' || sync.state !== 'stopped' || sync.why !== 'signed-out') return team;
    return { state: 'none', server: team.server, busy: false, problem: 'signed-out' };
  }

  #agentsPart(): OptionsView['agents'] {
    const isMade = this.vault.value.state !== 'not-set-up' && this.making.value === null;
    return isMade ? this.agents.view : null;
  }

  #vaultPart(): VaultPartState {
    if (this.making.value !== null) return this.making.value;
    switch (this.vault.value.state) {
      case 'not-set-up':
        return this.vaultWasMade.value ? { state: 'lost' } : { state: 'none' };
      case 'locked':
        return { state: 'locked' };
      case 'unlocked':
        return { state: 'open' };
    }
  }
}

function fieldsOf({ prescribed }: ManagedSettings): readonly ManagedField[] {
  return Object.keys(prescribed).filter((name): name is keyof Settings =>
    Object.hasOwn(settingsSchema.entries, name),
  );
}
