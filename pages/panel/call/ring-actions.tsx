import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';
import './ring-actions.css';

export interface RingActionsProps {
  /** Shown on the button, such as `Alt+Shift+J`. */
  readonly answerKey: string;
  readonly answering: boolean;
  readonly onAnswer: () => void;
  readonly onReject: () => void;
}

/** Answer is where mute will be, so that a double click never ends the call. */
export function RingActions({ answerKey, answering, onAnswer, onReject }: RingActionsProps) {
  return (
    <div class="ring-actions">
      <button
        type="button"
        class="ring-actions__answer"
        disabled={answering}
        aria-keyshortcuts={answerKey}
        onClick={onAnswer}
      >
        <Icon name="answer" />
        <span>{answering ? i18n.t('ring.answering') : i18n.t('ring.answer')}</span>
        <span class="ring-actions__key" aria-hidden="true">
          {answerKey}
        </span>
      </button>
      <button type="button" class="ring-actions__reject" onClick={onReject}>
        <Icon name="hang-up" />
        {i18n.t('ring.reject')}
      </button>
    </div>
  );
}
