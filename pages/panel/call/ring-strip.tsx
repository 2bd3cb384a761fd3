import { i18n } from '#i18n';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { Icon } from '../../../components/icon.tsx';
import type { RingBesideView } from './call-view.ts';
import './ring-strip.css';

interface RingStripProps {
  readonly view: RingBesideView;
  readonly answerKey: string;
  readonly onAnswer: () => void;
  readonly onReject: () => void;
}

/** Replaces the status line while the agent writes: nothing below moves or loses the focus. */
export function RingStrip({ view, answerKey, onAnswer, onReject }: RingStripProps) {
  const { caller, ring, harasser } = view;
  const name = addressOf(caller.surname, caller.title) ?? tameText(caller.displayName);
  const urgency = ring?.moment.urgency ?? 'calm';
  return (
    <section class={`ring-strip ring-strip--${urgency}`} aria-label={i18n.t('call.region')}>
      <Icon name={harasser ? 'warning' : 'incoming'} />
      <p class="ring-strip__who">
        {harasser && <strong>{i18n.t('caller.harasser')} </strong>}
        <bdi class="ring-strip__number">{name ?? shownNumber(caller)}</bdi>{' '}
        {ring !== null && (
          <span class="ring-dial__count">{i18n.t('ring.nth', { ring: ring.moment.ring })}</span>
        )}
      </p>
      <button
        type="button"
        class="button ring-actions__answer"
        aria-keyshortcuts={answerKey}
        title={answerKey}
        onClick={onAnswer}
      >
        {i18n.t('ring.answer')}
      </button>
      <button type="button" class="button ring-actions__reject" onClick={onReject}>
        {i18n.t('ring.reject')}
      </button>
    </section>
  );
}
