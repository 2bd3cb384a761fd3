import type { EndedCall } from '../../calls/call.ts';
import type { TimeRules } from '../../components/call-backs/call-backs-view.ts';
import type { CallTool } from '../../components/call-view.ts';
import type { WrapUpStage } from '../../components/wrap-up-view.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { callerView } from './call-stage.ts';
import { followUpView, outcomeView } from './follow-up-views.ts';
import { callLeaves } from './order-contact.ts';
import { owedViews } from './owed-views.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelNotes } from './panel-notes.ts';
import type { PanelTeam } from './panel-team.ts';
import { breakOffer } from './shift-views.ts';
import type { OrderDesk } from './tabs/order-desk.ts';

interface WrapUpParts {
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly team: PanelTeam;
  readonly desk: OrderDesk;
  readonly pack: Pack;
  readonly language: PackLanguage;
  readonly times: TimeRules;
  readonly tool: CallTool;
}

/** A call that is over, as its wrap-up shows it. */
export function wrapUpStage(parts: WrapUpParts, call: EndedCall, now: number): WrapUpStage {
  const { journal, notes, team, desk, pack, language, times, tool } = parts;
  const note = notes.noteOf(call.id);
  const marks = journal.marksOf(call.id);
  return {
    stage: 'wrap-up',
    call,
    caller: callerView(call, marks, null),
    since: call.endedAt,
    owed: owedViews(callLeaves({ journal, pack }, call), call, { desk, team, note: note?.id ?? null }),
    answers: { settled: note?.settled ?? null, satisfied: note?.satisfied ?? null },
    details: notes.detailsOf(call.id),
    line: note?.facts?.line ?? [],
    tool,
    followUp: followUpView(team, call, marks, note, times, now),
    callBack: outcomeView(team, call, marks, times),
    breakOffer: breakOffer(team.pack, marks.met, language),
    note: notes.viewOf(call.id),
  };
}
