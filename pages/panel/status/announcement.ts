import { i18n } from '#i18n';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { issueText } from '../../../components/issue-text.ts';
import { lineHint } from '../../../components/records/line-text.ts';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import type { CallStage } from '../call/call-view.ts';
import type { PanelView, StatusView } from '../frame/panel-view.ts';
import type { IdleStage } from '../idle/idle-view-model.ts';
import { reasonText } from '../script/reason-text.ts';
import type { Announcement } from './announcer.tsx';

const SILENCE: Announcement = { polite: '', urgent: '' };

/**
 * What a screen reader announces. A ring interrupts, because it lasts only fifteen seconds. A
 * second call does not, because the agent is talking. Seconds are not announced, only that a ring
 * is late.
 */
export function announcement(view: PanelView): Announcement {
  const { stage, status } = view;
  switch (stage.stage) {
    case 'call':
      return ofCall(stage);
    case 'wrap-up':
      return { polite: outcomeText(stage.call.end), urgent: '' };
    case 'idle': {
      const parts = [unreachedText(stage, view.now), issueOf(status)].filter((text) => text !== '');
      return { polite: parts.join('. '), urgent: '' };
    }
    default:
      return { polite: issueOf(status), urgent: '' };
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

function ofCall({ call, caller, ring, other, rules }: CallStage): Announcement {
  if (call.state === 'ringing') {
    const who =
      addressOf(caller.surname, caller.title) ?? tameText(caller.displayName) ?? shownNumber(caller);
    const warning = caller.history?.harasser === true ? i18n.t('caller.harasser') : '';
    return {
      urgent: [i18n.t('announce.ringing', { who }), warning].filter(Boolean).join(', '),
      polite: ring?.moment.urgency === 'late' ? i18n.t('announce.late') : '',
    };
  }
  if (other?.state === 'ringing') {
    const rings = i18n.t('announce.waiting', { number: shownNumber({ number: other.number, masked: true }) });
    return { polite: other.asksFirst ? `${rings}. ${i18n.t('other.askFirst')}` : rings, urgent: '' };
  }
  if (call.state !== 'established') return SILENCE;
  if (rules.holdWarning !== null) {
    const { warnings: count } = rules.holdWarning;
    return { polite: i18n.t('announce.waitingLong', { count }), urgent: '' };
  }
  if (other !== null && other.warnings > 0)
    return { polite: i18n.t('announce.parkedLong', { count: other.warnings }), urgent: '' };
  if (call.hold.local !== null) return { polite: i18n.t('announce.held'), urgent: '' };
  const hint = lineHint(rules.line, call);
  if (hint !== null) return { polite: hint, urgent: '' };
  if (call.mutedSince !== null) return { polite: i18n.t('announce.muted'), urgent: '' };
  const first = rules.suggestions[0];
  if (first !== undefined) {
    return {
      polite: i18n.t('announce.suggestion', { title: first.title, reason: reasonText(first.reason) }),
      urgent: '',
    };
  }
  return { polite: i18n.t('announce.established'), urgent: '' };
}
