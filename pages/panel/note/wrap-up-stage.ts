import type { EndedCall } from '../../../calls/call.ts';
import { callerView } from '../call/call-stage.ts';
import { followUpView, outcomeView } from '../call-backs/follow-up-views.ts';
import type { PanelSources } from '../frame/panel-sources.ts';
import { promiseViews } from '../orders/promise-views.ts';
import { breakOffer } from '../shift/shift-views.ts';
import { unfinishedViews } from './unfinished-views.ts';
import type { WrapUpStage } from './wrap-up-view.ts';

type WrapUpSources = Pick<
  PanelSources,
  'page' | 'state' | 'contact' | 'journal' | 'notes' | 'team' | 'orderService' | 'followUps'
>;

/** An ended call in its wrap-up. */
export function wrapUpStage(sources: WrapUpSources, call: EndedCall, now: number): WrapUpStage {
  const { page, state, journal, notes, team, orderService, followUps } = sources;
  const note = notes.noteOf(call.id);
  const marks = journal.marksOf(call.id);
  const left = followUps.ofCall(call);
  return {
    stage: 'wrap-up',
    call,
    caller: callerView(call, marks, null),
    since: call.endedAt,
    promises: promiseViews(left, followUps, orderService, page),
    line: note?.facts?.line ?? [],
    tool: state.tool.value,
    followUp: followUpView(team, call, marks, note, left, page.times, team.serverTime(now)),
    callBack: outcomeView(team, call, marks, page.times),
    breakOffer: breakOffer(page.pack, marks.met, page.language),
    note: notes.viewOf(call.id),
    unfinished: unfinishedViews(sources, call.id),
    asked: followUps.fieldsOf(call.id),
  };
}
