import type {
  HandoverAction,
  HandoverView,
  SignedSheetView,
} from '../../../components/handover/handover-view.ts';
import type { HandoverLine } from '../../../contract/team/handover-line.ts';
import type { HandoverSheet } from '../../../rules/handover/fold-handovers.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import { openLines } from './handover-line-views.ts';

interface HandoverParts {
  readonly team: PanelTeam;
  readonly agentName: () => string;
  readonly now: () => number;
  /** Opens the sheet on a page of its own, where it can be printed. */
  readonly print: (sheet: string) => void;
}

/** Sheets shown beside the one that is being written. */
const KEPT = 10;

export class HandoverTabModel {
  readonly #parts: HandoverParts;
  /** Id that the next sheet gets, once something is written on it. */
  #nextSheet = crypto.randomUUID();

  constructor(parts: HandoverParts) {
    this.#parts = parts;
  }

  view(now: number): HandoverView {
    const { team, agentName } = this.#parts;
    const { notices } = team.handovers.value;
    const since = team.shift(now)?.lastOnlineAt ?? Number.POSITIVE_INFINITY;
    const mine = this.#mine();
    return {
      sheet: {
        id: mine?.id ?? this.#nextSheet,
        lines: openLines(team, now).map(({ at, ...line }) => ({ ...line, isNew: at > since })),
        remarks: mine?.remarks ?? '',
        asked: mine?.asked ?? '',
      },
      notices: notices.map((notice) => ({ ...notice, isNew: notice.at > since })),
      signed: this.#signed(),
      name: agentName(),
      now,
    };
  }

  /** How many sheets wait to be taken over, and notices that this agent has not had in a shift yet. */
  count(now: number): number {
    const { signed, notices } = this.view(now);
    const waiting = signed.filter(({ mayAccept }) => mayAccept).length;
    return waiting + notices.filter(({ isNew }) => isNew).length;
  }

  async act(action: HandoverAction): Promise<void> {
    const { team, now, print } = this.#parts;
    switch (action.do) {
      case 'write': {
        const { id, remarks, asked } = action;
        const mine = this.#mine();
        const isNews = remarks !== (mine?.remarks ?? '') || asked !== (mine?.asked ?? '');
        if (isNews) await team.record(id, { type: 'handover-written', remarks, asked });
        return;
      }
      case 'sign': {
        const { id, name, remarks, asked } = action;
        const lines: HandoverLine[] = openLines(team, now()).map(({ at: _, ...line }) => line);
        const signed = await team.record(id, { type: 'handover-signed', name, remarks, asked, lines });
        if (signed) this.#nextSheet = crypto.randomUUID();
        return;
      }
      case 'accept':
        await team.record(action.id, { type: 'handover-accepted', name: action.name });
        return;
      case 'print':
        print(action.id);
        return;
      case 'post-notice':
        await team.record(crypto.randomUUID(), { type: 'notice-posted', text: action.text });
        return;
      case 'withdraw-notice':
        await team.record(action.id, { type: 'notice-withdrawn' });
        return;
    }
  }

  /** The sheet that this agent has begun and not signed. */
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
