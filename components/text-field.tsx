import { useId } from 'preact/hooks';
import { CUSTOMER_TEXT } from './customer-text.ts';
import { useDraftField } from './draft-field.ts';
import { Icon } from './icon.tsx';
import { ManagedBadge } from './managed-badge.tsx';
import './field.css';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What the schema of the text takes. */
  readonly maxLength: number;
  readonly managed?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly problem?: string | null;
  /** Suggestions from earlier entries. */
  readonly suggestions?: readonly string[];
  readonly onInput: (value: string) => void;
}

/** A text field with label, hint and problem. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const field = useDraftField<HTMLInputElement>(props.value, { onText: props.onInput });
  const problem = props.problem ?? null;
  const describedBy = [props.hint === undefined ? '' : `${id}-hint`, problem === null ? '' : `${id}-problem`];
  return (
    <div class="field">
      <label for={id}>
        {props.label} {props.managed === true && <ManagedBadge />}
      </label>
      <input
        {...CUSTOMER_TEXT}
        {...field}
        id={id}
        name={props.name}
        type="text"
        placeholder={props.placeholder ?? ''}
        list={props.suggestions === undefined ? undefined : `${id}-list`}
        maxLength={props.maxLength}
        disabled={props.managed === true}
        aria-invalid={problem !== null}
        aria-describedby={describedBy.join(' ').trim()}
      />
      {props.suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {props.hint !== undefined && (
        <p id={`${id}-hint`} class="field__hint">
          {props.hint}
        </p>
      )}
      {problem !== null && (
        <p id={`${id}-problem`} class="field__problem" role="alert">
          <Icon name="warning" />
          {problem}
        </p>
      )}
    </div>
  );
}
