import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import type { DialRequest } from '../../../contract/messages/dial-request.ts';
import './dial-request-banner.css';

interface DialRequestBannerProps {
  readonly request: DialRequest;
  readonly onDial: () => void;
  readonly onDrop: () => void;
}

/** Asks whether to dial a number that was clicked in a web page. */
export function DialRequestBanner({ request, onDial, onDrop }: DialRequestBannerProps) {
  const number = shownNumber({ number: request.number, masked: true });
  return (
    <section class="dial-request" role="alert" aria-label={i18n.t('clickToDial.dial')}>
      <p>
        {i18n.t('clickToDial.ask', { number })}
        <span class="dial-request__from">{tameText(request.from, 60)}</span>
      </p>
      <Button variant="main" icon="answer" onPress={onDial}>
        {i18n.t('clickToDial.dial')}
      </Button>
      <Button onPress={onDrop}>{i18n.t('clickToDial.drop')}</Button>
    </section>
  );
}
