import type { Instant } from '../../../calls/call-event.ts';
import type { DialRequest } from '../../../contract/messages/dial-request.ts';
import type { PhoneNotice, PhoneStatus } from '../../../contract/messages/phone-status.ts';
import type { SyncState } from '../../../contract/messages/sync-message.ts';
import type { AgentView } from '../../session/agents-view.ts';
import type { KeyMap } from '../../session/key-map.ts';
import type { CallStage, RingBesideView } from '../call/call-view.ts';
import type { DirectoryEntryView } from '../dial/directory-views.ts';
import type { HarassmentView } from '../harassment/harassment-view.ts';
import type { IdleStage } from '../idle/idle-view-model.ts';
import type { WrapUpStage } from '../note/wrap-up-view.ts';
import type { PracticeBannerView, PracticeStage } from '../practice/practice-view.ts';
import type { ScriptChoice } from '../script/script-view.ts';
import type { ShiftSheetView, ShiftView, SignOutView } from '../shift/shift-view.ts';
import type { NewDeviceView } from '../status/new-device-view.ts';
import type { PackNoticeView } from '../status/pack-notice-view.ts';
import type { TabCounts, TabView } from './panel-tabs.ts';

/** A store or division without a phone shows its work order role instead. */
export type ShownPhoneStatus = PhoneStatus | { readonly status: 'no-phone'; readonly workOrderRole: string };

export interface StatusView {
  readonly phoneStatus: ShownPhoneStatus;
  /** Absent: none. */
  readonly notices?: readonly PhoneNotice[];
  readonly agentNumber: string;
  readonly sync: SyncState;
  /** Null for an agent without shifts. */
  readonly shift: ShiftView | null;
}

/** `timed-out`: another page holds the keys and does not answer. */
export type UnlockRefusal = 'wrong-passphrase' | 'wrong-recovery-code' | 'damaged' | 'timed-out';

export interface LockedStage {
  readonly stage: 'locked';
  readonly refusal: UnlockRefusal | null;
  /** True while a key is derived, which takes about a second by design. */
  readonly busy: boolean;
  /** The agents of this computer. Each reads only their own notes. */
  readonly agents: readonly AgentView[];
}

/** The set-up is not finished; `missing` lists the steps in order. */
export interface SetUpStage {
  readonly stage: 'set-up';
  readonly missing: readonly ('vault' | 'agent' | 'phone' | 'microphone')[];
  /** The store was set up once and lost by the disk, with all data in it. */
  readonly storeLost: boolean;
}

/** The panel's present purpose. */
export type Stage = SetUpStage | LockedStage | IdleStage | CallStage | WrapUpStage | PracticeStage;

/** A call that was open when the phone host started, and was closed as lost. */
export interface LostCall {
  readonly call: string;
  readonly number: string;
  readonly startedAt: Instant;
}

export interface PaletteOverlay {
  readonly kind: 'palette';
  readonly query: string;
  readonly results: readonly ScriptChoice[];
  /** Places of the directory that match the query. */
  readonly places: readonly DirectoryEntryView[];
  /** The last pin was refused: all nine keys are taken. */
  readonly pinsFull: boolean;
}

/** The overlay over the panel; at most one. */
export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'sync' }
  | HarassmentView
  | ShiftSheetView
  | SignOutView
  | PaletteOverlay;

/** Everything the panel shows at one moment. */
export interface PanelView {
  readonly now: Instant;
  /** Server clock minus device clock in ms, where they differ by more than a minute. */
  readonly clockOff?: number;
  readonly status: StatusView;
  /** Absent: everything on screen is real. */
  readonly practice?: PracticeBannerView;
  readonly stage: Stage;
  /** Null unless a call rings beside what the agent is writing. */
  readonly beside: RingBesideView | null;
  readonly tab: TabView;
  readonly counts: TabCounts;
  readonly overlay: Overlay;
  readonly lost: LostCall | null;
  /** A number that was clicked in a web page. */
  readonly dialRequest: DialRequest | null;
  readonly packNotice: PackNoticeView;
  /** The newest device that enrolled as this agent and was not seen yet. */
  readonly newDevice: NewDeviceView | null;
  readonly keys: KeyMap;
  /** The note's field takes the focus whenever this grows. */
  readonly noteFocus: number;
  /** Why the last command was refused. Null after a command that went through. */
  readonly refusal: string | null;
}
