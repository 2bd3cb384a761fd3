import type { EndedCall } from '../../../calls/call.ts';
import { callerView } from '../call/call-stage.ts';
import { followUpView, outcomeView } from '../call-backs/follow-up-views.ts';
import type { PanelSources } from '../frame/panel-sources.ts';
import { callLeaves } from '../orders/order-contact.ts';
import { promiseViews } from '../orders/promise-views.ts';
import { breakOffer } from '../shift/shift-views.ts';
import type { WrapUpStage } from './wrap-up-view.ts';

type WrapUpSources = Pick<PanelSources, 'page' | 'state' | 'journal' | 'notes' | 'team' | 'orderService'>;

/** An ended call in its wrap-up. */
export function wrapUpStage(sources: WrapUpSources, call: EndedCall, now: number): WrapUpStage {
  const { page, state, journal, notes, team, orderService } = sources;
  const note = notes.noteOf(call.id);
  const marks = journal.marksOf(call.id);
  const leaves = callLeaves({ journal, page }, call);
  return {
    stage: 'wrap-up',
    call,
    caller: callerView(call, marks, null),
    since: call.endedAt,
    promises: promiseViews(leaves, call, { orderService, team, page, note: note?.id ?? null }),
    line: note?.facts?.line ?? [],
    tool: state.tool.value,
    followUp: followUpView(team, call, marks, note, page.times, now),
    callBack: outcomeView(team, call, marks, page.times),
    breakOffer: breakOffer(page.pack, marks.met, page.language),
    note: notes.viewOf(call.id),
  };
}
