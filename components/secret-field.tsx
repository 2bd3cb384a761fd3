import { useId } from 'preact/hooks';
import { CUSTOMER_TEXT } from './customer-text.ts';
import { Icon } from './icon.tsx';
import './field.css';

export interface SecretFieldProps {
  readonly name: string;
  readonly label: string;
  /** Printed codes are typed visibly, passphrases are not. */
  readonly visible?: boolean;
  readonly hint?: string;
  readonly problem: string | null;
  readonly disabled?: boolean;
  readonly onInput: (secret: string) => void;
}

/** Of a password at rest (storage/vault/credentials-store.ts). */
const LONGEST_SECRET = 1_000;

/** A field for a passphrase, code or password, with its problem below. */
export function SecretField(props: SecretFieldProps) {
  const id = useId();
  const describedBy = [
    ...(props.hint === undefined ? [] : [`${id}-hint`]),
    ...(props.problem === null ? [] : [`${id}-problem`]),
  ].join(' ');
  const input = {
    ...CUSTOMER_TEXT,
    id,
    name: props.name,
    maxLength: LONGEST_SECRET,
    disabled: props.disabled === true,
    'aria-invalid': props.problem !== null,
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
    onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
      props.onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.visible === true ? <input type="text" {...input} /> : <input type="password" {...input} />}
      {props.hint !== undefined && (
        <p id={`${id}-hint`} class="field__hint">
          {props.hint}
        </p>
      )}
      {props.problem !== null && (
        <p id={`${id}-problem`} class="field__problem" role="alert">
          <Icon name="warning" />
          {props.problem}
        </p>
      )}
    </div>
  );
}
