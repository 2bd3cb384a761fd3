import type { SignedSheetView } from '../../../components/handover/signed-sheet.tsx';
import type { HandoverLine } from '../../../contract/team/handover-line.ts';
import type { HandoverSheet } from '../../../rules/handover/fold-handovers.ts';
import { dispatch, type Handlers } from '../../session/dispatch.ts';
import type { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import { openLines } from './handover-line-views.ts';
import type { HandoverAction, HandoverView } from './handover-view.ts';

interface HandoverParts {
  readonly team: PanelTeam;
  readonly followUps: Pick<PanelFollowUps, 'pending'>;
  readonly agentName: () => string;
  readonly now: () => number;
  /** Opens the sheet on a page that can be printed. */
  readonly print: (sheet: string) => void;
}

/** Signed sheets that are shown. */
const KEPT = 10;

/** The tab of handover sheets and notices. */
export class HandoverTabModel {
  readonly #parts: HandoverParts;
  /** Id of the next sheet, used when something is written on it. */
  #nextSheet = crypto.randomUUID();

  constructor(parts: HandoverParts) {
    this.#parts = parts;
  }

  view(now: number): HandoverView {
    const { team, followUps, agentName } = this.#parts;
    const { notices } = team.handovers.value;
    const since = team.serverTime(team.shift(now)?.lastOnlineAt ?? Number.POSITIVE_INFINITY);
    const mine = this.#mine();
    return {
      sheet: {
        id: mine?.id ?? this.#nextSheet,
        lines: openLines(team, followUps.pending('all'), team.serverTime(now)).map(({ at, ...line }) => ({
          ...line,
          isNew: at > since,
        })),
        remarks: mine?.remarks ?? '',
        asked: mine?.asked ?? '',
      },
      notices: notices.map((notice) => ({ ...notice, isNew: notice.at > since })),
      signed: this.#signed(),
      name: agentName(),
      now,
    };
  }

  /** Sheets that this agent may accept, and notices that are new in this shift. */
  count(now: number): number {
    const { signed, notices } = this.view(now);
    const waiting = signed.filter(({ mayAccept }) => mayAccept).length;
    return waiting + notices.filter(({ isNew }) => isNew).length;
  }

  act(action: HandoverAction): unknown {
    return dispatch(this.#handlers, action.do, action);
  }

  readonly #handlers: Handlers<HandoverAction> = {
    write: async ({ id, remarks, asked }) => {
      const mine = this.#mine();
      const isNew = remarks !== (mine?.remarks ?? '') || asked !== (mine?.asked ?? '');
      if (isNew) await this.#parts.team.record(id, { type: 'handover-written', remarks, asked });
    },
    sign: async ({ id, name, remarks, asked }) => {
      const { team, followUps, now } = this.#parts;
      const lines: HandoverLine[] = openLines(team, followUps.pending('all'), team.serverTime(now())).map(
        ({ at: _, ...line }) => line,
      );
      const signed = await team.record(id, { type: 'handover-signed', name, remarks, asked, lines });
      if (signed) this.#nextSheet = crypto.randomUUID();
    },
    accept: ({ id, name }) => this.#parts.team.record(id, { type: 'handover-accepted', name }),
    print: ({ id }) => this.#parts.print(id),
    'post-notice': ({ text }) =>
      this.#parts.team.record(crypto.randomUUID(), { type: 'notice-posted', text }),
    'withdraw-notice': ({ id }) => this.#parts.team.record(id, { type: 'notice-withdrawn' }),
  };

  /** This agent's sheet that is not signed yet. */
  #mine(): HandoverSheet | undefined {
    const { team } = this.#parts;
    return team.handovers.value.sheets.findLast(({ is, by }) => is.state === 'written' && by === team.agent);
  }

  #signed(): readonly SignedSheetView[] {
    const { team } = this.#parts;
    return team.handovers.value.sheets
      .flatMap(({ id, is, remarks, asked }): SignedSheetView[] => {
        if (is.state === 'written') return [];
        const coming = is.state === 'accepted' ? is.coming : null;
        const mayAccept = coming === null && is.leaving.by !== team.agent;
        return [{ id, leaving: is.leaving, coming, lines: is.lines, remarks, asked, mayAccept }];
      })
      .slice(-KEPT)
      .reverse();
  }
}
