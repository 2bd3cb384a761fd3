import { useId } from 'preact/hooks';
import { ManagedBadge } from './managed-badge.tsx';
import './check-field.css';

interface CheckFieldProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly managed?: boolean;
  readonly hint?: string;
  readonly onCheck: (checked: boolean) => void;
}

/** A checkbox with a hint. */
export function CheckField(props: CheckFieldProps) {
  const id = useId();
  return (
    <div class="check-field">
      <label>
        <input
          type="checkbox"
          name={props.name}
          checked={props.checked}
          disabled={props.managed === true}
          aria-describedby={props.hint === undefined ? undefined : id}
          onChange={(event) => props.onCheck(event.currentTarget.checked)}
        />
        {props.label} {props.managed === true && <ManagedBadge />}
      </label>
      {props.hint !== undefined && (
        <p id={id} class="field__hint">
          {props.hint}
        </p>
      )}
    </div>
  );
}
