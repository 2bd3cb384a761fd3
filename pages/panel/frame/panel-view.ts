import type { Instant } from '../../../calls/call-event.ts';
import type { DialRequest } from '../../../contract/messages/dial-request.ts';
import type { PhoneStatus } from '../../../contract/messages/phone-status.ts';
import type { SyncState } from '../../../contract/messages/sync-message.ts';
import type { AgentView } from '../../session/agents-view.ts';
import type { KeyMap } from '../../session/key-map.ts';
import type { CallStage } from '../call/call-view.ts';
import type { DirectoryEntryView } from '../dial/directory-views.ts';
import type { HarassmentView } from '../harassment/harassment-view.ts';
import type { IdleStage } from '../idle/idle-view-model.ts';
import type { WrapUpStage } from '../note/wrap-up-view.ts';
import type { ScriptChoice } from '../script/script-view.ts';
import type { ShiftSheetView, ShiftView, SignOutView } from '../shift/shift-view.ts';
import type { PackNoticeView } from '../status/pack-notice-view.ts';
import type { TabCounts, TabView } from './panel-tabs.ts';

/** A store's or a division's desk has no phone that could be ready: it shows whose desk it is. */
export type ShownPhoneStatus = PhoneStatus | { readonly status: 'no-phone'; readonly workOrderRole: string };

export interface StatusView {
  readonly phoneStatus: ShownPhoneStatus;
  readonly agentNumber: string;
  readonly sync: SyncState;
  /** Null for an agent who keeps no shift. */
  readonly shift: ShiftView | null;
}

export type UnlockRefusal = 'wrong-passphrase' | 'wrong-recovery-code' | 'damaged';

export interface LockedStage {
  readonly stage: 'locked';
  readonly refusal: UnlockRefusal | null;
  /** True while a key is being derived, which takes about a second on purpose. */
  readonly busy: boolean;
  /** Who works at this computer: each reads only their own notes. */
  readonly agents: readonly AgentView[];
}

/** Nothing is set up yet; `missing` says what, in the order in which it is to be done. */
export interface SetUpStage {
  readonly stage: 'set-up';
  readonly missing: readonly ('vault' | 'agent' | 'phone' | 'microphone')[];
  /** The store was set up once, and the disk has lost it: what was kept in it is gone. */
  readonly storeLost: boolean;
}

/** What the panel is for at this moment. Exactly one. */
export type Stage = SetUpStage | LockedStage | IdleStage | CallStage | WrapUpStage;

/** A call that the phone host found open when it started, and closed as lost. */
export interface LostCall {
  readonly call: string;
  readonly number: string;
  readonly startedAt: Instant;
}

export interface PaletteOverlay {
  readonly kind: 'palette';
  readonly query: string;
  readonly results: readonly ScriptChoice[];
  /** Where a caller can be sent, as far as it fits what was typed. */
  readonly places: readonly DirectoryEntryView[];
  /** The last pin was refused: all nine keys are taken. */
  readonly pinsFull: boolean;
}

/** What lies over the panel, at most one. The panel below keeps its places. */
export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'sync' }
  | HarassmentView
  | ShiftSheetView
  | SignOutView
  | PaletteOverlay;

/** Everything the panel shows, from one fold over (journal, pack, now). */
export interface PanelView {
  readonly now: Instant;
  readonly status: StatusView;
  readonly stage: Stage;
  readonly tab: TabView;
  readonly counts: TabCounts;
  readonly overlay: Overlay;
  readonly lost: LostCall | null;
  /** A number that was pressed in a web page. */
  readonly dialRequest: DialRequest | null;
  readonly packNotice: PackNoticeView;
  readonly keys: KeyMap;
  /** The note's field takes the focus whenever this grows. */
  readonly noteFocus: number;
  /** A command that was refused, said where the call is. Null once another command went through. */
  readonly refusal: string | null;
}
