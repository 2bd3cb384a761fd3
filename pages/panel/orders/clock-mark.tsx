import { i18n } from '#i18n';
import { Icon, type IconName } from '../../../components/icon.tsx';
import type { ClockReading } from '../../../rules/work-orders/order-clock.ts';
import './clock-mark.css';
import { durationWords } from './duration-words.ts';

/** The time left or overdue, by sign, words and colour. */
export function ClockMark({ reading }: { readonly reading: ClockReading }) {
  return (
    <span class={`clock-mark clock-mark--${reading.state}`}>
      <Icon name={signOf(reading)} />
      {wordsOf(reading)}
    </span>
  );
}

function signOf({ state }: ClockReading): IconName {
  switch (state) {
    case 'running':
      return 'clock';
    case 'warned':
      return 'warning';
    case 'over':
      return 'forbidden';
    case 'kept':
      return 'check';
    case 'missed':
    case 'gone':
      return 'close';
  }
}

function wordsOf(reading: ClockReading): string {
  switch (reading.state) {
    case 'running':
      return i18n.t('orders.left', { time: durationWords(reading.leftMs) });
    case 'warned':
      return i18n.t('orders.soon', { time: durationWords(reading.leftMs) });
    case 'over':
      return i18n.t('orders.over', { time: durationWords(reading.overMs) });
    case 'kept':
      return i18n.t('orders.kept');
    case 'missed':
      return i18n.t('orders.missed');
    case 'gone':
      return i18n.t('orders.gone');
  }
}
