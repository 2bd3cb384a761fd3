import type { Instant } from '../../../calls/call-event.ts';
import type { Role } from '../../../contract/api/members/role.ts';
import type { FiguresAction, FiguresView } from '../../figures/figures-view.ts';
import type { AdherenceReportView } from '../adherence/adherence-report-view.ts';
import type { AuditAction, AuditView } from '../audit/audit-view.ts';
import type { ListsAction, ListsView } from '../call-backs/lists-view.ts';
import type { CustomersAction, CustomersView } from '../customers/customers-view.ts';
import type { OrganisationAction, OrganisationView } from '../organisation/organisation-view.ts';
import type { PhonesAction, PhonesView } from '../phones/phones-view.ts';
import type { ReportExportAction, ReportExportView } from '../reports/report-export-view.ts';
import type { ReviewAction, ReviewView } from '../review/review-view.ts';
import type { ScriptsAction, ScriptsView } from '../scripts/scripts-view.ts';
import type { WallboardView } from '../wallboard/wallboard-view.ts';
import type { WebhooksAction, WebhooksView } from '../webhooks/webhooks-view.ts';
import type { LeadRoute } from './lead-link.ts';
import type {
  MembersAction,
  MembersView,
  PresenceAction,
  PresenceView,
  PublishAction,
  PublishView,
  TeamGap,
} from './server-view.ts';

/** The open page, and what it shows. */
export type LeadView = {
  /** What this browser's member may do; null while it belongs to no team. */
  readonly role: Role | null;
  /** Rows that the server could not read and left out of this page; absent for none. */
  readonly unreadable?: number;
} & (
  | { readonly page: 'scripts'; readonly gap: null; readonly scripts: ScriptsView }
  /** A page that has nothing to show, and why. */
  | { readonly page: LeadRoute['page']; readonly gap: TeamGap }
  | { readonly page: 'publish'; readonly gap: null; readonly publish: PublishView }
  | { readonly page: 'presence'; readonly gap: null; readonly presence: PresenceView }
  | { readonly page: 'wallboard'; readonly gap: null; readonly wallboard: WallboardView }
  | { readonly page: 'review'; readonly gap: null; readonly review: ReviewView }
  | {
      readonly page: 'reports';
      readonly gap: null;
      readonly figures: FiguresView;
      readonly exports: ReportExportView;
      readonly adherence: AdherenceReportView;
    }
  | { readonly page: 'lists'; readonly gap: null; readonly lists: ListsView }
  | { readonly page: 'audit'; readonly gap: null; readonly audit: AuditView }
  | { readonly page: 'organisation'; readonly gap: null; readonly organisation: OrganisationView }
  | { readonly page: 'phones'; readonly gap: null; readonly phones: PhonesView; readonly now: Instant }
  | { readonly page: 'customers'; readonly gap: null; readonly customers: CustomersView }
  | { readonly page: 'webhooks'; readonly gap: null; readonly webhooks: WebhooksView; readonly now: Instant }
  | { readonly page: 'members'; readonly gap: null; readonly members: MembersView; readonly now: Instant }
);

export type LeadAction =
  | { readonly on: 'scripts'; readonly action: ScriptsAction }
  | { readonly on: 'publish'; readonly action: PublishAction }
  | { readonly on: 'presence'; readonly action: PresenceAction }
  | { readonly on: 'review'; readonly action: ReviewAction }
  | { readonly on: 'reports'; readonly action: FiguresAction }
  | { readonly on: 'exports'; readonly action: ReportExportAction }
  | { readonly on: 'lists'; readonly action: ListsAction }
  | { readonly on: 'audit'; readonly action: AuditAction }
  | { readonly on: 'organisation'; readonly action: OrganisationAction }
  | { readonly on: 'customers'; readonly action: CustomersAction }
  | { readonly on: 'members'; readonly action: MembersAction }
  | { readonly on: 'phones'; readonly action: PhonesAction }
  | { readonly on: 'webhooks'; readonly action: WebhooksAction }
  | { readonly on: 'lead'; readonly action: 'open-options' | 'retry' };

export type ActOnLead = (action: LeadAction) => void;
