import { saveFile } from '../../../browser/save-file.ts';
import { loadSettings } from '../../../browser/settings-store.ts';
import type { Instant } from '../../../calls/call-event.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { ExportFile } from '../../../contract/table/export-file.ts';
import { pack as shipped } from '../../../scripts/pack.yaml';
import type { Stores } from '../../../storage/open-stores.ts';
import { FiguresModel } from '../../figures/figures-model.ts';
import type { PanelView } from '../../panel/frame/panel-view.ts';
import { promiseJudge } from '../../session/promise-judge.ts';
import type { TeamLog } from '../../session/team-log.ts';
import { zoneOf } from '../../session/zone-of.ts';
import { AdherenceReportModel } from '../adherence/adherence-report-model.ts';
import { AuditModel } from '../audit/audit-model.ts';
import { CallBackListsModel } from '../call-backs/lists-model.ts';
import { CustomersModel } from '../customers/customers-model.ts';
import { DeviceSetUps } from '../members/device-set-ups.ts';
import { MembersModel } from '../members/members-model.ts';
import { OrganisationModel } from '../organisation/organisation-model.ts';
import { PhonesModel } from '../phones/phones-model.ts';
import { PresenceModel } from '../presence/presence-model.ts';
import { PublishModel } from '../publish/publish-model.ts';
import { ReportExportModel } from '../reports/report-export-model.ts';
import { ReviewModel } from '../review/review-model.ts';
import { ScriptsModel } from '../scripts/scripts-model.ts';
import { WallboardModel } from '../wallboard/wallboard-model.ts';
import { WebhooksModel } from '../webhooks/webhooks-model.ts';
import { type LeadRoute, pagesFor, startOf } from './lead-link.ts';
import type { LeadView } from './lead-view.ts';
import { redirectAddress } from './redirect-address.ts';
import { countedNote, teamNotes } from './team-notes.ts';
import { TeamSession } from './team-session.ts';
import { TeamWatch } from './team-watch.ts';

interface LeadParts {
  readonly stores: Stores;
  readonly teamLog: TeamLog;
  /** In use in this browser. */
  readonly pack: Pack;
  /** An earlier pack of the team, by the key that events name. */
  readonly packOf?: (key: string) => Pack | null;
  /** Names it in events. */
  readonly packKey: string;
  readonly language: PackLanguage;
  readonly now: () => Instant;
}

/** The pages of the lead's application, each with its model. */
export class LeadModel {
  readonly scripts: ScriptsModel;
  readonly publish: PublishModel;
  readonly presence: PresenceModel;
  readonly wallboard: WallboardModel;
  readonly members: MembersModel;
  readonly customers: CustomersModel;
  readonly phones: PhonesModel;
  readonly webhooks: WebhooksModel;
  readonly review: ReviewModel;
  readonly lists: CallBackListsModel;
  readonly reports: FiguresModel;
  readonly adherence: AdherenceReportModel;
  readonly exports: ReportExportModel;
  readonly audit: AuditModel;
  readonly organisation: OrganisationModel;
  readonly team: TeamWatch;
  readonly #session: TeamSession;

  constructor({ stores, teamLog, pack, packOf, packKey, language, now }: LeadParts) {
    const session = new TeamSession(stores);
    const judge = promiseJudge(teamLog, () => pack, now);
    const save = ({ name, type, content }: ExportFile) => saveFile(name, type, content);
    const setUps = new DeviceSetUps({ accounts: stores.sipAccounts, settings: loadSettings, save });
    this.#session = session;
    this.scripts = new ScriptsModel(session, pack, language, now);
    this.team = new TeamWatch(session, this.scripts);
    this.publish = new PublishModel({ session, signers: stores.signers, scripts: this.scripts, shipped });
    this.presence = new PresenceModel(session, pack, language);
    this.wallboard = new WallboardModel({
      ...{ presence: this.presence, team: teamLog, pack, language },
      ...{ zone: zoneOf(pack), settings: loadSettings },
      ...(packOf === undefined ? {} : { packOf }),
    });
    this.phones = new PhonesModel(session);
    this.webhooks = new WebhooksModel({ session, language, timeZone: zoneOf(pack) });
    this.members = new MembersModel(session, pack, language, setUps);
    this.customers = new CustomersModel({ session, language, save });
    this.adherence = new AdherenceReportModel(pack, language, judge);
    this.reports = new FiguresModel({
      notesOf: async (span) => {
        const notes = await teamNotes(session, span);
        this.adherence.show(notes ?? []);
        return notes?.map(countedNote) ?? null;
      },
      ...{ teamLog, pack, language, now },
      ...(packOf === undefined ? {} : { packOf }),
    });
    this.lists = new CallBackListsModel({
      ...{ teamLog, store: stores.team, pack, packKey, language, now, save },
      by: async () => (await session.server())?.link.me.member.number ?? null,
      utcOffsetMinutes: zoneOf(pack),
    });
    this.exports = new ReportExportModel({
      ...{ session, pack, shown: () => this.reports.view.value },
      save,
    });
    this.review = new ReviewModel(session, pack, language, now, judge);
    this.audit = new AuditModel({ session, now, save });
    this.organisation = new OrganisationModel(session, redirectAddress());
  }

  /** Asks the server for what the page of this route shows. */
  async open(route: LeadRoute): Promise<void> {
    const { page } = route;
    if (page === 'scripts' || !pagesFor(this.#session.role.value).includes(page)) return;
    this.#session.asked.value = { asked: 'nothing' };
    this.#session.unreadable.value = 0;
    this.exports.forget();
    if (page === 'lists') {
      // All of it is in this browser, also offline.
      if ((await this.#session.server()) === null) return;
      this.#session.gap.value = null;
      await this.#session.loadPeople();
      return;
    }
    if (route.page === 'review') await this.review.load(route.note);
    else if (page !== 'review') await this[page].load();
  }

  /** As `TeamSession.look`. */
  checkTeam(): Promise<'same' | 'joined' | 'other'> {
    return this.#session.check();
  }

  view(route: LeadRoute, now: Instant): LeadView {
    const unreadable = this.#session.unreadable.value;
    const view = this.#view(route, now);
    return unreadable > 0 && view.gap === null ? { ...view, unreadable } : view;
  }

  #view(route: LeadRoute, now: Instant): LeadView {
    const role = this.#session.role.value;
    if (!pagesFor(role).includes(route.page)) return { role, page: route.page, gap: 'not-allowed' };
    // The draft is here, whatever the server says.
    const gap = route.page === 'scripts' ? null : this.#session.gap.value;
    if (gap !== null) return { role, page: route.page, gap };
    switch (route.page) {
      case 'scripts':
        return { role, page: 'scripts', gap, scripts: this.scripts.view(route, now) };
      case 'publish':
        return { role, page: 'publish', gap, publish: this.publish.view(now) };
      case 'presence':
        return { role, page: 'presence', gap, presence: this.presence.view(now) };
      case 'wallboard':
        return { role, page: 'wallboard', gap, wallboard: this.wallboard.view(now) };
      case 'lists':
        return { role, page: 'lists', gap, lists: this.lists.view() };
      case 'reports':
        return {
          ...{ role, page: 'reports', gap },
          ...{ figures: this.reports.view.value, exports: this.exports.view.value },
          adherence: this.adherence.view.value,
        };
      case 'review':
        return { role, page: 'review', gap, review: this.review.view.value };
      case 'audit':
        return { role, page: 'audit', gap, audit: this.audit.view.value };
      case 'organisation':
        return { role, page: 'organisation', gap, organisation: this.organisation.view() };
      case 'phones':
        return { role, page: 'phones', gap, phones: this.phones.view(), now };
      case 'customers':
        return { role, page: 'customers', gap, customers: this.customers.view() };
      case 'webhooks':
        return { role, page: 'webhooks', gap, webhooks: this.webhooks.view(), now };
      case 'members':
        return { role, page: 'members', gap, members: this.members.view(), now };
    }
  }

  /** Where somebody begins who came without an address: on the first page that is theirs. */
  landing(): LeadRoute | null {
    const [page = 'scripts'] = pagesFor(this.#session.role.value);
    return page === 'scripts' ? null : startOf(page);
  }

  /** The panel that moves by itself: its clock goes on while it is on screen. */
  previewed(route: LeadRoute, now: Instant): PanelView | null {
    return route.page === 'scripts' ? this.scripts.previewView(route, now).panel : null;
  }
}
