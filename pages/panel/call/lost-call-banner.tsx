import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import { Button } from '../../../components/button.tsx';
import { shownNumber } from '../../../components/caller-name.ts';
import { formatDay } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import type { LostCall } from '../frame/panel-view.ts';
import './lost-call-banner.css';
import { DialButton } from '../dial/dial-button.tsx';

interface LostCallBannerProps {
  readonly lost: LostCall;
  readonly now: Instant;
  readonly onRedial: () => void;
  readonly onDismiss: () => void;
}

/** A call that was lost, with a button to call back. */
export function LostCallBanner({ lost, now, onRedial, onDismiss }: LostCallBannerProps) {
  const number = shownNumber({ number: lost.number, masked: true });
  return (
    <section class="lost-call-banner" aria-label={i18n.t('lost.region')}>
      <Icon name="warning" />
      <p>{i18n.t('lost.says', { time: formatDay(lost.startedAt, now), number })}</p>
      {!isWithheld(lost.number) && <DialButton onPress={onRedial}>{i18n.t('lost.redial')}</DialButton>}
      <Button variant="bare" icon="close" label={i18n.t('common.close')} onPress={onDismiss} />
    </section>
  );
}
