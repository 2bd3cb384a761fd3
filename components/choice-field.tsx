import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { ManagedBadge } from './managed-badge.tsx';
import './field.css';

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly managed?: boolean;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly onChoice: (id: string) => void;
}

/** A choice of one option. */
export function ChoiceField(props: ChoiceFieldProps) {
  const id = useId();
  const problem = props.problem ?? null;
  return (
    <div class="field">
      <label for={id}>
        {props.label} {props.managed === true && <ManagedBadge />}
      </label>
      <select
        id={id}
        name={props.name}
        value={props.value}
        disabled={props.managed === true}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => props.onChoice(event.currentTarget.value)}
      >
        {props.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      {props.hint !== undefined && <p class="field__hint">{props.hint}</p>}
      {problem !== null && (
        <p id={`${id}-problem`} class="field__problem" role="alert">
          <Icon name="warning" />
          {problem}
        </p>
      )}
    </div>
  );
}
