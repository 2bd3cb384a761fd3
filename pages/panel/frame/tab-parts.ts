import type { SyncLink } from '../../../browser/sync-link.ts';
import type { StepAction } from '../../../contract/pack/step.ts';
import type { TeamLog } from '../../session/team-log.ts';
import type { Dialling } from '../dial/dialling.ts';
import type { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import type { OpenContact } from '../note/open-contact.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { HalfWritten } from '../orders/half-written.ts';
import type { OrderService } from '../orders/order-service.ts';
import type { PanelBrowser } from './panel-browser.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelPage } from './panel-page.ts';
import type { PanelState } from './panel-state.ts';
import type { PanelTeam } from './panel-team.ts';

/** What the tabs beside the call need of the rest of the panel. */
export interface TabParts {
  readonly page: PanelPage;
  readonly state: Pick<PanelState, 'openTab'>;
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly contact: OpenContact;
  readonly dialling: Dialling;
  readonly teamLog: Pick<TeamLog, 'events' | 'locked'>;
  readonly team: PanelTeam;
  readonly sync: Pick<SyncLink, 'workOrderRole' | 'writesForOthers'>;
  readonly written: HalfWritten;
  readonly browser: PanelBrowser;
  /** The agent did what a step of the script on screen asks for. */
  readonly didStep: (action: StepAction) => unknown;
  readonly now: () => number;
}

export interface TabModelParts extends TabParts {
  readonly orderService: OrderService;
  readonly followUps: PanelFollowUps;
}
