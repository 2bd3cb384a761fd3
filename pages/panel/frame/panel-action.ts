import type { DistinctActions } from '../../session/dispatch.ts';
import type { CallAction } from '../call/call-view.ts';
import type { DialAction } from '../dial/dialling.ts';
import type { FollowUpAction } from '../follow-ups/follow-up-handlers.ts';
import type { HarassmentAction } from '../harassment/harassment-view.ts';
import type { HelpAction } from '../help/help-view.ts';
import type { VaultAction } from '../idle/vault-handlers.ts';
import type { ContactAction } from '../note/note-handlers.ts';
import type { PracticeAction } from '../practice/practice-view.ts';
import type { ScriptAction } from '../script/script-view.ts';
import type { ShiftAction } from '../shift/shift-view.ts';
import type { StatusAction } from '../status/status-handlers.ts';
import type { OverlayAction } from './overlay-handlers.ts';
import type { TabAction } from './panel-tabs.ts';

/** Everything an agent can do in the panel, by feature. */
type FeatureActions = {
  readonly call: CallAction;
  readonly contact: ContactAction;
  readonly dial: DialAction;
  readonly followUps: FollowUpAction;
  readonly harassment: { readonly do: 'on-harassment'; readonly action: HarassmentAction };
  readonly help: HelpAction;
  readonly overlay: OverlayAction;
  readonly practice: { readonly do: 'on-practice'; readonly action: PracticeAction };
  readonly script: ScriptAction;
  readonly shift: { readonly do: 'on-shift'; readonly action: ShiftAction };
  readonly status: StatusAction;
  readonly tab: TabAction;
  readonly vault: VaultAction;
};

export type PanelAction = DistinctActions<FeatureActions>;

export type Act = (action: PanelAction) => void;
