import type { PresenceLink } from '../../../browser/presence-link.ts';
import type { SyncLink } from '../../../browser/sync-link.ts';
import type { LineMeterFeed } from '../call/line-meter-feed.ts';
import type { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import type { OpenContact } from '../note/open-contact.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { OrderService } from '../orders/order-service.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelPage } from './panel-page.ts';
import type { PanelState } from './panel-state.ts';
import type { PanelTabs } from './panel-tabs.ts';
import type { PanelTeam } from './panel-team.ts';

/** What the panel's views are made from. Each view function names the few it reads. */
export interface PanelSources {
  readonly page: PanelPage;
  readonly state: PanelState;
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly contact: OpenContact;
  readonly team: PanelTeam;
  readonly orderService: OrderService;
  readonly followUps: PanelFollowUps;
  readonly tabs: PanelTabs;
  readonly sync: Pick<SyncLink, 'state' | 'workOrderRole' | 'writesForOthers' | 'newDevices'>;
  readonly presence: Pick<PresenceLink, 'state'>;
  readonly meter: Pick<LineMeterFeed, 'of'>;
}
