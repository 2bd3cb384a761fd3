import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { Act } from '../frame/panel-action.ts';
import type { PracticeBannerView } from './practice-view.ts';
import './practice-banner.css';

interface PracticeBannerProps {
  readonly practice: PracticeBannerView;
  /** A call is up: the caller's words have their place. */
  readonly inCall: boolean;
  readonly act: Act;
}

/** Over everything while the agent practises, with what the caller says. */
export function PracticeBanner({ practice, inCall, act }: PracticeBannerProps) {
  const { caption, speaking, sound } = practice;
  return (
    <section class="practice-banner" aria-label={i18n.t('practice.title')}>
      <p class="practice-banner__label">
        <strong>{i18n.t('practice.banner')}</strong>
        <span class="practice-banner__buttons">
          <Button onPress={() => act({ do: 'on-practice', action: { do: 'sound', on: !sound } })}>
            {i18n.t(sound ? 'practice.soundOff' : 'practice.soundOn')}
          </Button>
          <Button onPress={() => act({ do: 'on-practice', action: { do: 'end' } })}>
            {i18n.t('practice.end')}
          </Button>
        </span>
      </p>
      {inCall && (
        <p
          class={`practice-banner__caption${speaking ? ' practice-banner__caption--speaking' : ''}`}
          aria-live="polite"
        >
          <span class="visually-hidden">{i18n.t('practice.caption')} </span>
          {caption === '' ? i18n.t('practice.quiet') : caption}
        </p>
      )}
    </section>
  );
}
