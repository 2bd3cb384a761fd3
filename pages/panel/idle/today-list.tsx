import { i18n } from '#i18n';
import type { CallEnd } from '../../../calls/call-end.ts';
import { isMissed } from '../../../calls/call-end.ts';
import type { CallId, Instant } from '../../../calls/call-event.ts';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import { shownNumber } from '../../../components/caller-name.ts';
import { formatClock, formatDuration } from '../../../components/format-time.ts';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import { FirstOf } from '../frame/first-of.tsx';
import './today-list.css';
import { DialButton } from '../dial/dial-button.tsx';

export interface PastCallView {
  readonly call: CallId;
  readonly direction: 'inbound' | 'outbound';
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly number: string;
  readonly end: CallEnd;
  /** Null if it was never answered. */
  readonly talkMs: number | null;
}

export interface TodayListProps {
  readonly calls: readonly PastCallView[];
  readonly onDial: (target: string) => void;
}

/** Today's calls, newest first, with masked numbers. A call answered elsewhere is not missed. */
export function TodayList({ calls, onDial }: TodayListProps) {
  if (calls.length === 0) return <p class="today-list__none">{i18n.t('today.none')}</p>;
  return (
    <FirstOf
      items={calls}
      class="today-list"
      show={(call) => {
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
            {!isWithheld(call.number) && (
              <DialButton
                variant="bare"
                icon="answer"
                label={i18n.t('today.dial', { number })}
                onPress={() => onDial(call.number)}
              />
            )}
          </li>
        );
      }}
    />
  );
}

function outcomeIcon({ direction, end }: PastCallView): IconName {
  if (isMissed(end)) return 'missed';
  if (end.how === 'answered-elsewhere') return 'elsewhere';
  return direction === 'inbound' ? 'incoming' : 'outgoing';
}

/** The duration, and the end unless somebody simply hung up. */
function outcomeLine({ talkMs, end }: PastCallView): string {
  if (talkMs === null) return outcomeText(end);
  const lasted = formatDuration(talkMs);
  return end.how === 'hung-up' ? lasted : `${lasted} ${outcomeText(end)}`;
}
