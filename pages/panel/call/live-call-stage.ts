import { textIn } from '../../../contract/pack/localized-text.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { hotlineOfCall } from '../../../rules/hotlines/hotline-of-call.ts';
import { ordersOfNumber } from '../../../rules/work-orders/open-orders.ts';
import { followUpView } from '../call-backs/follow-up-views.ts';
import { withTargetFirst } from '../dial/directory-views.ts';
import type { PanelSources } from '../frame/panel-sources.ts';
import { helpView } from '../help/help-view.ts';
import { shownSuggestion } from '../script/script-view.ts';
import type { SpokenValues } from '../script/spoken-values.ts';
import { callerView, type LiveCall, otherView, ringView } from './call-stage.ts';
import type { CallStage, HistoryView } from './call-view.ts';

type CallSources = Pick<
  PanelSources,
  'page' | 'state' | 'journal' | 'notes' | 'team' | 'orderService' | 'followUps' | 'presence' | 'meter'
>;

/** The call on screen: all that is known of it and can be done. */
export function liveCallStage(
  sources: CallSources,
  spoken: SpokenValues,
  call: LiveCall,
  now: number,
): CallStage {
  const { page, state, journal, notes, team, followUps, presence, meter } = sources;
  const marks = journal.marksOf(call.id);
  const context = { ...page.context(), values: spoken.of(call, now) };
  const rules = viewRules(journal.rules, page.pack, context, now, call.id);
  return {
    stage: 'call',
    call,
    caller: callerView(call, marks, historyOf(sources, call, now), hotlineName(page, call)),
    ring: ringView(call, page.settings.cadence, page.pack.settings.ringLimit, now),
    other: otherView(journal.live.filter(({ id }) => id !== call.id)),
    tool: state.tool.value,
    followUp: followUpView(team, call, marks, notes.noteOf(call.id), followUps.ofCall(call), page.times, now),
    help: helpView(presence.state.value, call.id, rules.run?.title ?? '', state.dismissedMessages.value),
    directory: withTargetFirst(page.directory(now), rules.run),
    rules,
    suggestion: shownSuggestion(rules.suggestions, state.turnedTo.value),
    meter: meter.of(call.id, now),
    note: notes.viewOf(call.id),
    asked: journal.fieldsToAsk(call.id),
  };
}

function hotlineName({ pack, language }: CallSources['page'], call: LiveCall): string | null {
  const hotline = hotlineOfCall(call, pack);
  return hotline === null ? null : textIn(hotline.name, language);
}

/** From the earlier notes of the number, and the team's log. Null until the notes were searched. */
function historyOf(sources: CallSources, call: LiveCall, now: number): HistoryView | null {
  const { journal, notes, orderService } = sources;
  const { number } = call.remoteParty;
  const history = notes.history.value.get(number) ?? null;
  if (history === null) return null;
  const openWorkOrders = ordersOfNumber(orderService.open(now), number).length;
  return { ...history, openWorkOrders, harasser: journal.marksOf(call.id).knownAs.includes('harassment') };
}
