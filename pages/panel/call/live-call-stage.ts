import { viewRules } from '../../../rules/call/view-rules.ts';
import { ordersOfNumber } from '../../../rules/work-orders/open-orders.ts';
import { followUpView } from '../call-backs/follow-up-views.ts';
import { withTargetFirst } from '../dial/directory-views.ts';
import type { PanelState } from '../frame/panel-state.ts';
import { helpViewOf } from '../help/help-view-of.ts';
import { callerView, type LiveCall, otherView, ringView } from './call-stage.ts';
import type { CallStage, HistoryView } from './call-view.ts';

/** The call on screen, with everything that is known and can be done of it. */
export function liveCallStage(model: PanelState, call: LiveCall, now: number): CallStage {
  const { journal, notes, team, pack, settings, context, directory, meter, presence } = model.parts;
  const history = notes.history.value.get(call.remoteParty.number) ?? null;
  const marks = journal.marksOf(call.id);
  const said = { ...context(), values: model.spoken.of(model.parts, model.pointedAt.value, call, now) };
  const rules = viewRules(journal.rules, pack, said, now, call.id);
  return {
    stage: 'call',
    call,
    caller: callerView(call, marks, historyWith(model, history, call, now)),
    ring: ringView(call, settings().cadence, pack.settings.ringLimit, now),
    other: otherView(journal.live.filter(({ id }) => id !== call.id)),
    tool: model.tool.value,
    followUp: followUpView(team, call, marks, notes.noteOf(call.id), model.times, now),
    help: helpViewOf(presence.state.value, call.id, rules.run?.title ?? '', model.dismissedMessages.value),
    directory: withTargetFirst(directory(now), rules.run),
    rules,
    meter: meter.of(call.id, now),
    details: notes.detailsOf(call.id),
    note: notes.viewOf(call.id),
  };
}

/** What the ledger knows beside the notes. */
function historyWith(
  { parts: { journal, tabs } }: PanelState,
  history: HistoryView | null,
  call: LiveCall,
  now: number,
): HistoryView | null {
  if (history === null) return null;
  const open = ordersOfNumber(tabs.models.orders.service.open(now), call.remoteParty.number);
  const harasser = journal.marksOf(call.id).knownAs.includes('harassment');
  return { ...history, harasser, openWorkOrders: open.length };
}
