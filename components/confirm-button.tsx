import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Confirm } from './confirm.tsx';

interface ConfirmButtonProps {
  readonly children: string;
  readonly question: string;
  readonly onSure: () => void;
  readonly variant?: 'plain' | 'bare';
  readonly disabled?: boolean;
}

/** A button that asks for confirmation. */
export function ConfirmButton({
  children,
  question,
  onSure,
  variant = 'plain',
  disabled,
}: ConfirmButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<'not' | 'asked' | 'answered'>('not');
  useLayoutEffect(() => {
    if (asked === 'answered') button.current?.focus();
  }, [asked]);
  if (asked === 'asked') {
    return (
      <Confirm
        question={question}
        sure={children}
        onSure={() => {
          setAsked('answered');
          onSure();
        }}
        onCancel={() => setAsked('answered')}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      class={`button${variant === 'plain' ? '' : ` button--${variant}`}`}
      disabled={disabled}
      onClick={() => setAsked('asked')}
    >
      {children}
    </button>
  );
}
