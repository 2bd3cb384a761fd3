import { i18n } from '#i18n';
import type { CallEnd } from '../../calls/call-end.ts';
import { isMissed } from '../../calls/call-end.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import { Button } from '../button.tsx';
import { shownNumber } from '../caller-name.ts';
import { formatClock, formatDuration } from '../format-time.ts';
import { Icon, type IconName } from '../icon.tsx';
import './today-list.css';

export interface PastCallView {
  readonly call: CallId;
  readonly direction: 'inbound' | 'outbound';
  readonly startedAt: Instant;
  readonly number: string;
  readonly end: CallEnd;
  /** Null if it was never answered. */
  readonly talkMs: number | null;
}

export interface TodayListProps {
  readonly calls: readonly PastCallView[];
  readonly onDial: (target: string) => void;
}

/** Today's calls, newest first. Numbers stay masked; a call taken elsewhere is not a missed one and does not look it. */
export function TodayList({ calls, onDial }: TodayListProps) {
  if (calls.length === 0) return <p class="today-list__none">{i18n.t('today.none')}</p>;
  return (
    <ul class="today-list">
      {calls.map((call) => {
        const number = shownNumber({ number: call.number, masked: true });
        return (
          <li
            key={call.call}
            class={`today-list__call${isMissed(call.end) ? ' today-list__call--missed' : ''}`}
          >
            <Icon name={outcomeIcon(call)} />
            <span class="visually-hidden">
              {call.direction === 'inbound' ? i18n.t('caller.inbound') : i18n.t('caller.outbound')}
            </span>
            <time class="today-list__time">{formatClock(call.startedAt)}</time>
            <span class="today-list__number">{number}</span>
            <span class="today-list__outcome">{outcomeLine(call)}</span>
            <Button
              variant="bare"
              icon="answer"
              label={i18n.t('today.dial', { number })}
              onPress={() => onDial(call.number)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function outcomeIcon({ direction, end }: PastCallView): IconName {
  if (isMissed(end)) return 'missed';
  if (end.how === 'answered-elsewhere') return 'elsewhere';
  return direction === 'inbound' ? 'incoming' : 'outgoing';
}

/** How a call ended, in the agent's words. */
/** How long it lasted; and how it ended, where that is not the caller's or agent's ordinary goodbye. */
function outcomeLine({ talkMs, end }: PastCallView): string {
  if (talkMs === null) return outcomeText(end);
  const lasted = formatDuration(talkMs);
  return end.how === 'hung-up' ? lasted : `${lasted} ${outcomeText(end)}`;
}

export function outcomeText(end: CallEnd): string {
  switch (end.how) {
    case 'hung-up':
      return end.by === 'agent' ? i18n.t('end.byAgent') : i18n.t('end.byCaller');
    case 'given-up':
      return i18n.t('end.givenUp');
    case 'answered-elsewhere':
      return i18n.t('end.elsewhere');
    case 'rejected':
      return i18n.t('end.rejected');
    case 'turned-away':
      return i18n.t('end.turnedAway');
    case 'refused':
      return i18n.t('end.refused');
    case 'cancelled':
      return i18n.t('end.cancelled');
    case 'no-answer':
      return i18n.t('end.noAnswer');
    case 'transferred':
      return i18n.t('end.transferred');
    case 'failed':
      return i18n.t('end.failed');
    case 'lost':
      return i18n.t('end.lost');
  }
}
