import type { EndedCall } from '../../../calls/call.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { callerView } from '../call/call-stage.ts';
import type { CallTool } from '../call/call-view.ts';
import type { TimeRules } from '../call-backs/call-backs-view.ts';
import { followUpView, outcomeView } from '../call-backs/follow-up-views.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import { callLeaves } from '../orders/order-contact.ts';
import type { OrderService } from '../orders/order-service.ts';
import { promiseViews } from '../orders/promise-views.ts';
import { breakOffer } from '../shift/shift-views.ts';
import type { PanelNotes } from './panel-notes.ts';
import type { WrapUpStage } from './wrap-up-view.ts';

interface WrapUpParts {
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly team: PanelTeam;
  readonly orderService: OrderService;
  readonly pack: Pack;
  readonly language: PackLanguage;
  readonly times: TimeRules;
  readonly tool: CallTool;
}

/** A call that is over, as its wrap-up shows it. */
export function wrapUpStage(parts: WrapUpParts, call: EndedCall, now: number): WrapUpStage {
  const { journal, notes, team, orderService, pack, language, times, tool } = parts;
  const note = notes.noteOf(call.id);
  const marks = journal.marksOf(call.id);
  return {
    stage: 'wrap-up',
    call,
    caller: callerView(call, marks, null),
    since: call.endedAt,
    promises: promiseViews(callLeaves({ journal, pack }, call), call, {
      orderService,
      team,
      note: note?.id ?? null,
    }),
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
