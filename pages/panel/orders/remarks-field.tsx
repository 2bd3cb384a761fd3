import { useLayoutEffect } from 'preact/hooks';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { useDraftField } from '../../../components/draft-field.ts';

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
  const field = useDraftField<HTMLTextAreaElement>(props.value, { onText: props.onInput });
  useLayoutEffect(() => {
    if (props.wantsFocus === true) field.ref.current?.focus();
  }, []);
  return (
    <label class="order-form__matter">
      <span>{props.label}</span>
      <textarea
        {...CUSTOMER_TEXT}
        {...field}
        name={props.name}
        rows={props.rows ?? 2}
        maxLength={props.maxLength}
        placeholder={props.placeholder ?? ''}
      />
    </label>
  );
}
