import { i18n } from '#i18n';
import { readNumber } from '../../../calls/numbers/read-number.ts';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import type { DialRequest } from '../../../contract/messages/dial-request.ts';
import './dial-request-banner.css';
import { DialButton } from './dial-button.tsx';

interface DialRequestBannerProps {
  readonly request: DialRequest;
  readonly onDial: () => void;
  readonly onDrop: () => void;
}

/**
 * Asks whether to dial a number that was clicked in a web page. The number is whole, as it will be
 * dialled: what the page showed for it may be another one.
 */
export function DialRequestBanner({ request, onDial, onDrop }: DialRequestBannerProps) {
  const number = numberAsDialled(request.number);
  return (
    <section class="dial-request" role="alert" aria-label={i18n.t('clickToDial.dial')}>
      <p>
        {i18n.t('clickToDial.ask', { number })}
        <span class="dial-request__from">{tameText(request.from, 60)}</span>
      </p>
      <DialButton variant="main" icon="answer" onPress={onDial}>
        {i18n.t('clickToDial.dial')}
      </DialButton>
      <Button onPress={onDrop}>{i18n.t('clickToDial.drop')}</Button>
    </section>
  );
}

function numberAsDialled(request: string): string {
  const read = readNumber(request);
  if (read === null) return tameText(request, LONGEST_NUMBER) ?? '';
  const { number, extension } = read;
  return extension === null ? number : i18n.t('caller.extension', { number, extension });
}
