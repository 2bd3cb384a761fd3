import { i18n } from '#i18n';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { issueText } from '../../../components/issue-text.ts';
import { lineHint } from '../../../components/records/line-text.ts';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import type { CallerView, CallStage, OtherCallView } from '../call/call-view.ts';
import type { PanelView, StatusView } from '../frame/panel-view.ts';
import type { IdleStage } from '../idle/idle-view-model.ts';
import { reasonText } from '../script/reason-text.ts';

/** What holds now, the most important first. */
export interface AnnouncedLines {
  readonly polite: readonly string[];
  readonly urgent: readonly string[];
}

/** The line of each urgency that goes before the others. */
export function announcement(view: PanelView): { readonly polite: string; readonly urgent: string } {
  const { polite, urgent } = announcedLines(view);
  return { polite: polite[0] ?? '', urgent: urgent[0] ?? '' };
}

/**
 * What a screen reader announces, each line once, when it begins to hold (status/announcer.tsx). A
 * ring interrupts, because it lasts only fifteen seconds. A second call does not, because the agent
 * is talking. Seconds are not announced, only that a ring is late.
 */
export function announcedLines(view: PanelView): AnnouncedLines {
  const { stage, status, now, beside } = view;
  // In every stage, so that it is no news after each call.
  const issue = issueOf(status);
  if (beside !== null) return { urgent: [ringText(beside.caller, beside.harasser)], polite: [issue] };
  switch (stage.stage) {
    case 'call': {
      const { urgent, polite } = ofCall(stage);
      return { urgent, polite: filled([...polite, issue]) };
    }
    case 'wrap-up': {
      const isNews = now - stage.call.endedAt < NEWS_MS;
      return { polite: filled([isNews ? outcomeText(stage.call.end) : '', issue]), urgent: [] };
    }
    case 'idle':
      return { polite: filled([unreachedText(stage, now), issue]), urgent: [] };
    default:
      return { polite: filled([issue]), urgent: [] };
  }
}

/** An earlier end is old news, such as for a panel that was just opened. */
const NEWS_MS = 10_000;

/** Why the agent's own call was not put through: there is no wrap-up that would say it. */
function unreachedText({ today: [last] }: IdleStage, now: number): string {
  if (last === undefined || last.direction === 'inbound' || last.talkMs !== null) return '';
  return now - last.endedAt < NEWS_MS ? outcomeText(last.end) : '';
}

function issueOf({ phoneStatus }: StatusView): string {
  return phoneStatus.status === 'out' ? issueText(phoneStatus.issue).says : '';
}

function ringText(caller: CallerView, harasser: boolean): string {
  const who = addressOf(caller.surname, caller.title) ?? tameText(caller.displayName) ?? shownNumber(caller);
  return filled([i18n.t('announce.ringing', { who }), harasser ? i18n.t('caller.harasser') : '']).join(', ');
}

function ofCall({ call, caller, ring, other, rules }: CallStage): AnnouncedLines {
  if (call.state === 'ringing') {
    return {
      urgent: [ringText(caller, caller.history?.harasser === true)],
      polite: ring?.moment.urgency === 'late' ? [i18n.t('announce.late')] : [],
    };
  }
  const waits = other?.state === 'ringing' ? [waitingText(other)] : [];
  if (call.state !== 'established') return { polite: waits, urgent: [] };
  const warned = rules.holdWarning?.warnings ?? 0;
  const parked = other === null ? 0 : other.warnings;
  const first = rules.suggestions[0];
  const polite = [
    ...waits,
    warned > 0 ? i18n.t('announce.waitingLong', { count: warned }) : '',
    parked > 0 ? i18n.t('announce.parkedLong', { count: parked }) : '',
    call.hold.local === null ? '' : i18n.t('announce.held'),
    lineHint(rules.line, call) ?? '',
    call.mutedSince === null ? '' : i18n.t('announce.muted'),
    first === undefined
      ? ''
      : i18n.t('announce.suggestion', { title: first.title, reason: reasonText(first.reason) }),
    i18n.t('announce.established'),
  ];
  return { polite: filled(polite), urgent: [] };
}

function waitingText({ number, asksFirst }: OtherCallView): string {
  const rings = i18n.t('announce.waiting', { number: shownNumber({ number, masked: true }) });
  return asksFirst ? `${rings}. ${i18n.t('other.askFirst')}` : rings;
}

function filled(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '');
}
