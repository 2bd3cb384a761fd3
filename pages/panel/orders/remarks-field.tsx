import { useLayoutEffect, useRef } from 'preact/hooks';

interface RemarksFieldProps {
  readonly label: string;
  readonly value: string;
  /** What the schema of the text takes. */
  readonly maxLength: number;
  readonly name?: string;
  readonly placeholder?: string;
  readonly rows?: number;
  /** Takes the focus when it appears. */
  readonly wantsFocus?: boolean;
  readonly onInput: (text: string) => void;
}

/** A labelled text field of several lines. */
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
        maxLength={props.maxLength}
        // Otherwise the browser stores the text in clear for its session restore.
        autocomplete="off"
        placeholder={props.placeholder ?? ''}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}
