import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import './button.css';
import './confirm.css';

interface ConfirmProps {
  /** What will have happened afterwards. */
  readonly question: string;
  /** The deed, on the button that does it. */
  readonly sure: string;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

/** Asks once more before something that reaches others or cannot be taken back. The focus is on the way out. */
export function Confirm({ question, sure, onSure, onCancel }: ConfirmProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <fieldset
      class="confirm"
      aria-label={question}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <span>{question}</span>
      <button type="button" class="button confirm__sure" onClick={onSure}>
        {sure}
      </button>
      <button ref={cancel} type="button" class="button" onClick={onCancel}>
        {i18n.t('common.cancel')}
      </button>
    </fieldset>
  );
}
