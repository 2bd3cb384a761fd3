import type { Instant } from '../../calls/call-event.ts';
import type { DeskRoute } from '../../components/desk/desk-link.ts';
import type { DeskView } from '../../components/desk/desk-view.ts';
import type { PanelView } from '../../components/panel-view.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Stores } from '../../notes/open-stores.ts';
import { FiguresModel } from '../figures/figures-model.ts';
import type { TeamLedger } from '../wiring/team-ledger.ts';
import { FloorModel } from './floor-model.ts';
import { MembersModel } from './members-model.ts';
import { PublishModel } from './publish-model.ts';
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
  readonly reports: FiguresModel;
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
  }

  /** Asks the server for what the page of this route shows. */
  async open({ page }: DeskRoute): Promise<void> {
    if (page === 'scripts') return;
    this.#session.asked.value = { asked: 'nothing' };
    await this[page].load();
  }

  view(route: DeskRoute, now: Instant): DeskView {
    if (route.page === 'scripts') return { page: 'scripts', scripts: this.scripts.view(route, now) };
    const gap = this.#session.gap.value;
    if (gap !== null) return { page: route.page, gap };
    switch (route.page) {
      case 'publish':
        return { page: 'publish', gap, publish: this.publish.view(now) };
      case 'floor':
        return { page: 'floor', gap, floor: this.floor.view(now) };
      case 'reports':
        return { page: 'reports', gap, figures: this.reports.view.value };
      case 'members':
        return { page: 'members', gap, members: this.members.view(), now };
    }
  }

  /** The panel that moves by itself: its clock goes on while it is on screen. */
  previewed(route: DeskRoute, now: Instant): PanelView | null {
    return route.page === 'scripts' ? this.scripts.previewView(route, now).panel : null;
  }
}
