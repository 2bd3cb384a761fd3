import { useLayoutEffect, useRef } from 'preact/hooks';

interface RemarksFieldProps {
  readonly label: string;
  readonly value: string;
  readonly name?: string;
  readonly placeholder?: string;
  readonly rows?: number;
  /** On coming up: what is asked for can be typed at once. */
  readonly wantsFocus?: boolean;
  readonly onInput: (text: string) => void;
}

/** A few lines of text with their label. */
export function RemarksField(props: RemarksFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (props.wantsFocus === true) field.current?.focus();
  }, []);
  return (
    <label class="order-form__matter">
      <span>{props.label}</span>
      <textarea
        ref={field}
        name={props.name}
        rows={props.rows ?? 2}
        maxLength={2000}
        // A browser keeps what stands in fields for its session restore, in clear.
        autocomplete="off"
        placeholder={props.placeholder ?? ''}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}
