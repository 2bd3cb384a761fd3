import type { Instant } from '../../calls/call-event.ts';
import { type DeskRoute, pagesFor, startOf } from '../../components/desk/desk-link.ts';
import type { DeskView } from '../../components/desk/desk-view.ts';
import type { PanelView } from '../../components/panel-view.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Stores } from '../../notes/open-stores.ts';
import { FiguresModel } from '../figures/figures-model.ts';
import { saveFile } from '../wiring/save-file.ts';
import type { TeamLedger } from '../wiring/team-ledger.ts';
import { AuditModel } from './audit-model.ts';
import { FloorModel } from './floor-model.ts';
import { MembersModel } from './members-model.ts';
import { OrganisationModel } from './organisation-model.ts';
import { PublishModel } from './publish-model.ts';
import { redirectAddress } from './redirect-address.ts';
import { ReportExportModel } from './report-export-model.ts';
import { ReviewModel } from './review-model.ts';
import { ScriptsModel } from './scripts-model.ts';
import { teamNotes } from './team-notes.ts';
import { TeamSession } from './team-session.ts';
import { TeamWatch } from './team-watch.ts';

interface DeskParts {
  readonly stores: Stores;
  readonly ledger: TeamLedger;
  /** In use in this browser. */
  readonly pack: Pack;
  readonly language: PackLanguage;
  readonly now: () => Instant;
}

/** The pages of the desk, each with what it holds. */
export class DeskModel {
  readonly scripts: ScriptsModel;
  readonly publish: PublishModel;
  readonly floor: FloorModel;
  readonly members: MembersModel;
  readonly review: ReviewModel;
  readonly reports: FiguresModel;
  readonly exports: ReportExportModel;
  readonly audit: AuditModel;
  readonly organisation: OrganisationModel;
  readonly team: TeamWatch;
  readonly #session: TeamSession;

  constructor({ stores, ledger, pack, language, now }: DeskParts) {
    const session = new TeamSession(stores);
    this.#session = session;
    this.scripts = new ScriptsModel(session, pack, language, now);
    this.team = new TeamWatch(session, this.scripts);
    this.publish = new PublishModel({ session, signers: stores.signers, scripts: this.scripts });
    this.floor = new FloorModel(session, pack, language);
    this.members = new MembersModel(session, pack, language);
    this.reports = new FiguresModel({
      notesOf: (span) => teamNotes(session, span),
      ledger,
      pack,
      language,
      now,
    });
    this.exports = new ReportExportModel({
      ...{ session, pack, shown: () => this.reports.view.value },
      save: ({ name, type, text }) => saveFile(name, type, text),
    });
    this.review = new ReviewModel(session, pack, language, now);
    this.audit = new AuditModel(session);
    this.organisation = new OrganisationModel(session, redirectAddress());
  }

  /** Asks the server for what the page of this route shows. */
  async open(route: DeskRoute): Promise<void> {
    const { page } = route;
    if (page === 'scripts' || !pagesFor(this.#session.role.value).includes(page)) return;
    this.#session.asked.value = { asked: 'nothing' };
    this.exports.forget();
    if (route.page === 'review') await this.review.load(route.note);
    else if (page !== 'review') await this[page].load();
  }

  /** As `TeamSession.look`. */
  lookAtTeam(): Promise<'same' | 'joined' | 'other'> {
    return this.#session.look();
  }

  view(route: DeskRoute, now: Instant): DeskView {
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
      case 'floor':
        return { role, page: 'floor', gap, floor: this.floor.view(now) };
      case 'reports':
        return {
          ...{ role, page: 'reports', gap },
          ...{ figures: this.reports.view.value, exports: this.exports.view.value },
        };
      case 'review':
        return { role, page: 'review', gap, review: this.review.view.value };
      case 'audit':
        return { role, page: 'audit', gap, audit: this.audit.view.value };
      case 'organisation':
        return { role, page: 'organisation', gap, organisation: this.organisation.view() };
      case 'members':
        return { role, page: 'members', gap, members: this.members.view(), now };
    }
  }

  /** Where somebody begins who came without an address: on the first page that is theirs. */
  landing(): DeskRoute | null {
    const [page = 'scripts'] = pagesFor(this.#session.role.value);
    return page === 'scripts' ? null : startOf(page);
  }

  /** The panel that moves by itself: its clock goes on while it is on screen. */
  previewed(route: DeskRoute, now: Instant): PanelView | null {
    return route.page === 'scripts' ? this.scripts.previewView(route, now).panel : null;
  }
}
