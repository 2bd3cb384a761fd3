import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import './button.css';
import './confirm.css';

interface ConfirmProps {
  /** What the action will do. */
  readonly question: string;
  /** Label of the button that does it. */
  readonly sure: string;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

/** Asks before an action that affects others or cannot be undone. Cancel has the focus. */
export function Confirm({ question, sure, onSure, onCancel }: ConfirmProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
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
