import type { MicrophoneChoice } from '../../../browser/open-microphone.ts';
import type { UpdateState } from '../../../browser/waiting-update.ts';
import type { PhoneStatus, ProblemCounts } from '../../../contract/messages/phone-status.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import type { AgentsAction, AgentsView } from '../../session/agents-view.ts';
import type { BrowserKeys } from '../../session/key-choice.ts';
import type { KeyMap } from '../../session/key-map.ts';
import type { KeepingAction, KeepingView } from '../keeping/keeping-view.ts';
import type { TeamPartAction, TeamPartView } from '../team/team-part-view.ts';
import type { FormState } from './form-state.ts';

/**
 * The passphrase's state. `lost`: there was one, but the database is gone. `made`: the recovery
 * code is shown for the only time.
 */
export type VaultView =
  | { readonly state: 'none' }
  | { readonly state: 'lost' }
  | { readonly state: 'making' }
  | { readonly state: 'made'; readonly recoveryCode: string }
  | { readonly state: 'open' }
  | { readonly state: 'locked' };

/** Where the SIP password is. `session`: deleted when the browser closes. */
export type PasswordState = 'missing' | 'session' | 'remembered';

/** The secret for the TURN server. `no-vault`: without a passphrase it cannot be encrypted. */
export type TurnSecretState = 'no-vault' | 'missing' | 'kept';

export interface DeviceView {
  readonly id: string;
  readonly label: string;
}

/** `level` is 0…1 during a test, otherwise null. */
export type MicrophoneState =
  | { readonly state: 'not-asked' }
  /** The browser's prompt is on screen. */
  | { readonly state: 'asking' }
  | { readonly state: 'granted'; readonly devices: readonly DeviceView[]; readonly level: number | null }
  | { readonly state: 'denied' }
  | { readonly state: 'missing' }
  /** Granted once, but the browser will ask again: Firefox without "remember this decision". */
  | { readonly state: 'not-remembered' };

/** The settings of the sound, which apply at once, also during a call. */
export type SoundSettings = Pick<
  Settings,
  keyof MicrophoneChoice | 'voiceOutput' | 'voiceVolume' | 'ringerOutput' | 'ringerVolume'
>;

export interface SoundView {
  readonly outputs: readonly DeviceView[];
  readonly settings: SoundSettings;
  readonly playing: 'nothing' | 'ring' | 'voice';
  /** The output of a test failed; null if it works. */
  readonly problem: { readonly of: 'ring' | 'voice'; readonly why: 'blocked' | 'missing' } | null;
}

export type FormName = 'keys' | 'agent' | 'phone' | 'softphone' | 'advanced' | 'turn' | 'listening';

export type ManagedField = keyof Settings | 'password';

/** Everything the options page shows. */
export interface OptionsView {
  /** Grows when other settings are loaded. */
  readonly settingsRevision: number;
  /** Null without a passphrase, and while its recovery code is shown. */
  readonly agents: AgentsView | null;
  readonly keeping: KeepingView;
  readonly settings: Settings;
  /** Set by the administrator: shown but disabled. */
  readonly managed: readonly ManagedField[];
  readonly vault: VaultView;
  readonly password: PasswordState;
  readonly turnSecret: TurnSecretState;
  readonly phoneStatus: PhoneStatus;
  readonly phoneProblems: ProblemCounts;
  readonly microphone: MicrophoneState;
  readonly sound: SoundView;
  readonly update: UpdateState;
  readonly forms: Readonly<Record<FormName, FormState>>;
  readonly keys: KeyMap;
  readonly browserKeys: BrowserKeys;
  readonly team: TeamPartView;
  /** `refused`: the agent denied access to web pages. */
  readonly clickToDial: 'on' | 'off' | 'refused';
  readonly softphoneAccess: SoftphoneAccess;
  /** The products whose events the pack in use can read. */
  readonly adapters: readonly { readonly id: string; readonly name: string }[];
}

/** Whether the extension may read the softphone's pages that are named. */
export type SoftphoneAccess = 'allowed' | 'missing' | 'refused';

export type VaultAction =
  | { readonly do: 'make-vault'; readonly passphrase: string }
  | { readonly do: 'recovery-code-kept' };

export type PhoneAction =
  | {
      readonly do: 'save-phone';
      readonly settings: Partial<Settings>;
      /** Null keeps the stored password. */
      readonly password: string | null;
      readonly remember: boolean;
    }
  | {
      readonly do: 'save-turn';
      readonly settings: Partial<Settings>;
      /** Null keeps the stored secret. */
      readonly secret: string | null;
    }
  | { readonly do: 'forget-password' | 'forget-turn-secret' };

export type OptionsAction =
  | VaultAction
  | AgentsAction
  | PhoneAction
  | TeamPartAction
  | KeepingAction
  | { readonly do: 'save-agent' | 'save-advanced' | 'save-softphone'; readonly settings: Partial<Settings> }
  | { readonly do: 'listen-to-line'; readonly on: boolean }
  | { readonly do: 'ask-microphone' | 'test-microphone' | 'stop-test' }
  | { readonly do: 'save-sound'; readonly settings: Partial<SoundSettings> }
  | { readonly do: 'play-ring' | 'play-voice' }
  | { readonly do: 'click-to-dial'; readonly on: boolean }
  | { readonly do: 'save-keys'; readonly keys: KeyMap }
  /** The passphrase is ignored where one is set. */
  | { readonly do: 'begin'; readonly code: string; readonly passphrase: string }
  | { readonly do: 'update-now' };

export type ActOnOptions = (action: OptionsAction) => void;
