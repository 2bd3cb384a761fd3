import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { shownNumber } from '../../../components/caller-name.ts';
import { formatDuration } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import type { OtherCallView } from './call-view.ts';
import './other-call-strip.css';

export interface OtherCallStripProps {
  readonly other: OtherCallView;
  readonly now: Instant;
  /** The calls are operated in the softphone's page. */
  readonly watchOnly?: boolean;
  readonly onSwitch: () => void;
  readonly onReject: () => void;
  /** Null while one of the two calls is not answered yet. */
  readonly onJoin: (() => void) | null;
}

/** A second call. Replaces the status line, so that nothing below moves. */
export function OtherCallStrip({ other, now, watchOnly, onSwitch, onReject, onJoin }: OtherCallStripProps) {
  const ringing = other.state === 'ringing';
  const isLong = other.warnings > 0;
  return (
    <section
      class={`other-call-strip${ringing ? ' other-call-strip--ringing' : ''}${isLong ? ' other-call-strip--long' : ''}`}
      aria-label={i18n.t('other.region')}
    >
      <Icon name={ringing ? 'incoming' : isLong ? 'warning' : 'hold'} />
      <p class={`other-call-strip__who${other.asksFirst ? ' other-call-strip__who--asks' : ''}`}>
        <span class={other.asksFirst ? 'visually-hidden' : undefined}>
          {ringing ? i18n.t('other.ringing') : i18n.t(isLong ? 'other.heldLong' : 'other.held')}
        </span>{' '}
        <span class="other-call-strip__number">{shownNumber({ number: other.number, masked: true })}</span>{' '}
        {!ringing && <span>{formatDuration(now - other.since)}</span>}
        {other.asksFirst && <span class="other-call-strip__ask">{i18n.t('other.askFirst')}</span>}
      </p>
      {watchOnly !== true && (
        <>
          {onJoin !== null && <Button onPress={onJoin}>{i18n.t('other.join')}</Button>}
          <Button onPress={onSwitch}>{ringing ? i18n.t('other.holdAndAnswer') : i18n.t('other.swap')}</Button>
          {ringing && <Button variant="bare" icon="close" label={i18n.t('ring.reject')} onPress={onReject} />}
        </>
      )}
    </section>
  );
}
