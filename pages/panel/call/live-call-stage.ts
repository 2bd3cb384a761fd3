import { i18n } from '#i18n';
import type { CallId } from '../../../calls/call-event.ts';
import type { TeamContact } from '../../../calls/vocabulary/team-contact.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { watchWait } from '../../../rules/call/hold-etiquette.ts';
import { callRules } from '../../../rules/call/rules-state.ts';
import type { RunView } from '../../../rules/call/rules-view.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { callBacksOf } from '../../../rules/call-backs/due-call-backs.ts';
import { hotlineOfCall } from '../../../rules/hotlines/hotline-of-call.ts';
import { indexPack } from '../../../rules/scripts/pack-index.ts';
import type { PlaceholderValues } from '../../../rules/spoken/fill-placeholders.ts';
import { type LastContact, lastContactOf } from '../../../rules/work-orders/last-contact.ts';
import { type OpenOrder, ordersOfNumber } from '../../../rules/work-orders/open-orders.ts';
import { followUpView } from '../call-backs/follow-up-views.ts';
import { placesToName, withTargetFirst } from '../dial/directory-views.ts';
import type { PanelSources } from '../frame/panel-sources.ts';
import { helpView } from '../help/help-view.ts';
import { unfinishedViews } from '../note/unfinished-views.ts';
import { ownerName } from '../orders/order-history-lines.ts';
import { shownSuggestion } from '../script/script-view.ts';
import type { SpokenValues } from '../script/spoken-values.ts';
import { callerView, type LiveCall, otherView, ringView } from './call-stage.ts';
import type { CallStage, HistoryView } from './call-view.ts';
import { contactText } from './contact-text.ts';

type CallSources = Pick<
  PanelSources,
  | 'page'
  | 'state'
  | 'contact'
  | 'journal'
  | 'notes'
  | 'team'
  | 'orderService'
  | 'followUps'
  | 'presence'
  | 'meter'
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
  const directory = page.directory(now);
  return {
    stage: 'call',
    call,
    caller: callerView(call, marks, historyOf(sources, call, team.serverTime(now)), hotlineName(page, call)),
    ring: ringView(call, page.settings.cadence, page.pack.settings.ringLimit, now),
    other: otherView(
      journal.live.filter(({ id }) => id !== call.id),
      (id) => waitWarnings(sources, id, now),
      rules.askBeforeWait.hold,
    ),
    tool: state.tool.value,
    followUp: followUpView(
      ...([team, call, marks, notes.noteOf(call.id), followUps.ofCall(call), page.times] as const),
      team.serverTime(now),
    ),
    help: helpView(presence.state.value, call.id, rules.run?.title ?? '', state.dismissedMessages.value),
    directory: withTargetFirst(directory, rules.run),
    places: asksPlace(rules.run, context.values, page.pack)
      ? placesToName(page.pack.directory, directory)
      : [],
    rules,
    suggestion: shownSuggestion(rules.suggestions, state.turnedTo.value),
    meter: meter.of(call.id, now),
    note: notes.viewOf(call.id),
    asked: journal.fieldsToAsk(call.id),
    contacts: marks.contacts,
    customerRemarks: marks.customer?.remarks ?? '',
    unfinished: unfinishedViews(sources, call.id),
  };
}

/** The script names a place, and none is chosen yet. */
function asksPlace(run: RunView | null, { department = '' }: PlaceholderValues, pack: Pack): boolean {
  return run !== null && department === '' && indexPack(pack).namingPlace.has(run.situation.id);
}

function waitWarnings({ journal, page }: CallSources, id: CallId, now: number): number {
  const facts = callRules(journal.rules, id)?.facts;
  return facts === undefined ? 0 : (watchWait(facts, page.pack.settings, now).warning?.warnings ?? 0);
}

function hotlineName({ pack, language }: CallSources['page'], call: LiveCall): string | null {
  const hotline = hotlineOfCall(call, pack);
  return hotline === null ? null : textIn(hotline.name, language);
}

/**
 * From this computer's notes of the number and the team's log: a colleague's open order is known
 * too. Null until the notes were searched. `now`: the server's.
 */
function historyOf(sources: CallSources, call: LiveCall, now: number): HistoryView | null {
  const { page, journal, notes, team, orderService } = sources;
  const { number } = call.remoteParty;
  const history = notes.history.value.get(number) ?? null;
  if (history === null) return null;
  const { knownAs, contacts } = journal.marksOf(call.id);
  const open = ordersOfNumber(orderService.open(now), number);
  const logged = lastContactOf(number, team.orders.value.orders.values(), team.callBacks.value);
  const last = newestContact(call, history, logged, contacts[0]);
  return {
    ...history,
    ...last,
    openWorkOrders: open.length,
    openCase: open[0] === undefined ? null : caseText(open[0], page.pack, page.language, now),
    openCallBacks: callBacksOf(team.callBacks.value, number).length,
    vip: knownAs.includes('vip'),
    harasser: knownAs.includes('harassment'),
  };
}

/** The newest of what this computer noted, the team's log and the server know. */
function newestContact(
  { startedAt }: LiveCall,
  { lastCallAt, lastTopic }: HistoryView,
  logged: LastContact | null,
  found: TeamContact | undefined,
): Pick<HistoryView, 'lastCallAt' | 'lastTopic'> {
  let newest = { lastCallAt, lastTopic };
  const isNewer = (at: number) => at > (newest.lastCallAt ?? 0) && at < startedAt;
  if (logged !== null && isNewer(logged.at)) {
    newest = { lastCallAt: logged.at, lastTopic: loggedTopic(logged) };
  }
  if (found !== undefined && isNewer(found.at)) {
    newest = { lastCallAt: found.at, lastTopic: contactText(found) };
  }
  return newest;
}

/** Category and agent number, as the team may know them: never a colleague's note. */
function loggedTopic({ category, by }: LastContact): string {
  const topic = category === null ? i18n.t('tabs.callBacks') : i18n.t(`note.categories.${category}`);
  return `${topic} ${i18n.t('status.agent', { number: by })}`;
}

/** 质量投诉 · 判定 · 热线主管 · 15:00 前 */
function caseText({ order, clock }: OpenOrder, pack: Pack, language: PackLanguage, now: number): string {
  const { workOrders } = pack;
  const parts = [
    textIn(order.kind.name, language),
    textIn(order.stage.name, language),
    ownerName(clock?.owner ?? order.stage.owner, { workOrders, language }),
    ...(clock === null ? [] : [dueText(clock.dueAt, now)]),
  ];
  return parts.join(' · ');
}

function dueText(dueAt: number, now: number): string {
  const time = dayAndTime(dueAt, now);
  return dueAt <= now ? i18n.t('idle.overdue', { time }) : i18n.t('idle.before', { time });
}
