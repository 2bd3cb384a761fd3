import { i18n } from '#i18n';
import type { Call } from '../../../calls/call.ts';
import type { Instant } from '../../../calls/call-event.ts';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import { Button } from '../../../components/button.tsx';
import { addressOf, partyText, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { formatDay } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import { numberForm } from '../../../contract/numbers/number-form.ts';
import type { CallerView, HistoryView } from './call-view.ts';
import './call-card.css';

export interface CallCardProps {
  readonly caller: CallerView;
  readonly call: Pick<Call, 'direction'>;
  readonly now: Instant;
  readonly onReveal: () => void;
}

/** The caller and their history, in two lines of fixed height so that nothing below moves. */
export function CallCard({ caller, call: { direction }, now, onReveal }: CallCardProps) {
  const address = addressOf(caller.surname, caller.title);
  const claimed = tameText(caller.displayName);
  const harasser = caller.history?.harasser === true;
  return (
    <section class="call-card" aria-label={i18n.t('caller.region')}>
      <p class="call-card__who">
        <span class="call-card__direction">
          <Icon name={direction === 'inbound' ? 'incoming' : 'outgoing'} />
          <span class="visually-hidden">
            {direction === 'inbound' ? i18n.t('caller.inbound') : i18n.t('caller.outbound')}
          </span>
        </span>
        <span class="call-card__number">{shownNumber(caller)}</span>
        {caller.masked && !isWithheld(caller.number) && (
          <Button variant="bare" icon="eye" label={i18n.t('caller.reveal')} onPress={onReveal} />
        )}
        {address !== null && <strong class="call-card__address">{address}</strong>}
        {address === null && claimed !== null && <bdi class="call-card__claimed">{claimed}</bdi>}
      </p>
      <p class={`call-card__history${harasser ? ' call-card__history--harasser' : ''}`}>
        {caller.hotline !== null && (
          <strong class="call-card__hotline">
            <span class="visually-hidden">{i18n.t('caller.hotline')}</span> {caller.hotline}
          </strong>
        )}
        {harasser && <Icon name="warning" />}
        <span>{knownText(caller, now)}</span>
      </p>
    </section>
  );
}

/** The history of the number, and for whom the call rang first. */
function knownText(caller: CallerView, now: Instant): string {
  const { originalTarget } = caller;
  const first =
    originalTarget === null ? [] : [i18n.t('caller.firstRang', { who: partyText(originalTarget) })];
  return [historyOf(caller, now), ...first].filter((part) => part !== '').join(' · ');
}

/** Empty for a user of a SIP address: nothing is looked up by a name. */
function historyOf({ number, history, remarks }: CallerView, now: Instant): string {
  if (isWithheld(number)) return i18n.t('caller.withheldHint');
  return numberForm(number) === null ? '' : historyText(history, tameText(remarks ?? null, 20), now);
}

/** `remarks`: their beginning, after the marks; the whole of them stands below the script. */
function historyText(history: HistoryView | null, remarks: string | null, now: Instant): string {
  const listed = remarks === null ? [] : [remarks];
  if (history === null) return [...listed, i18n.t('caller.firstCall')].join(' · ');
  const { lastCallAt, openWorkOrders, openCallBacks } = history;
  const isKnown = lastCallAt !== null || openWorkOrders + openCallBacks > 0 || history.vip;
  const parts = [
    ...(history.harasser ? [i18n.t('caller.harasser')] : []),
    ...(history.vip ? [i18n.t('callBacks.vipMark')] : []),
    ...listed,
    ...(openWorkOrders > 0 ? [i18n.t('caller.open', { count: openWorkOrders })] : []),
    ...(openCallBacks > 0 ? [i18n.t('caller.openCallBacks', { count: openCallBacks })] : []),
    ...(lastCallAt === null ? [] : [lastText(lastCallAt, history.lastTopic, now)]),
  ];
  return (isKnown || history.harasser ? parts : [...parts, i18n.t('caller.firstCall')]).join(' · ');
}

function lastText(at: Instant, topic: string | null, now: Instant): string {
  const day = formatDay(at, now);
  return topic === null ? i18n.t('caller.last', { day }) : i18n.t('caller.lastTopic', { day, topic });
}
