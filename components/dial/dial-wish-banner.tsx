import { i18n } from '#i18n';
import type { DialWish } from '../../contract/messages/dial-wish.ts';
import { Button } from '../button.tsx';
import { shownNumber } from '../caller-name.ts';
import { tameText } from '../caller-text.ts';
import './dial-wish-banner.css';

interface DialWishBannerProps {
  readonly wish: DialWish;
  readonly onDial: () => void;
  readonly onDrop: () => void;
}

/** A page wants a number called; the agent says yes or no. */
export function DialWishBanner({ wish, onDial, onDrop }: DialWishBannerProps) {
  const number = shownNumber({ number: wish.number, masked: true });
  return (
    <section class="dial-wish" role="alert" aria-label={i18n.t('clickToDial.dial')}>
      <p>
        {i18n.t('clickToDial.ask', { number })}
        <span class="dial-wish__from">{tameText(wish.from, 60)}</span>
      </p>
      <Button look="main" icon="answer" onPress={onDial}>
        {i18n.t('clickToDial.dial')}
      </Button>
      <Button onPress={onDrop}>{i18n.t('clickToDial.drop')}</Button>
    </section>
  );
}
