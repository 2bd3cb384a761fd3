import { useId, useState } from 'preact/hooks';
import { readCount } from '../../../calls/numbers/plain-digits.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { type Place, placeName, problemsAt } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';
import './lead-field.css';

interface NumberFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/**
 * A whole number with its unit. An empty field counts as 0, so that the problem named is the limit.
 */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  return (
    <Amount
      {...rest}
      value={String(value)}
      onCount={(count) => {
        if (count !== value) onChange(count ?? 0);
      }}
    />
  );
}

interface OptionalNumberFieldProps extends Omit<NumberFieldProps, 'value' | 'onChange'> {
  readonly value: number | undefined;
  /** What applies without it. */
  readonly usual: number;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that may be left out. The placeholder shows what applies then. */
export function OptionalNumberField({ value, usual, onChange, ...rest }: OptionalNumberFieldProps) {
  return (
    <Amount
      {...rest}
      value={value === undefined ? '' : String(value)}
      placeholder={String(usual)}
      onCount={(count, text) => onChange(count ?? (text.trim() === '' ? undefined : 0))}
    />
  );
}

interface AmountProps {
  readonly place: Place;
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Null for what is no whole number. */
  readonly onCount: (count: number | null, text: string) => void;
}

/** Not an input of type number: that drops the digits that an input method writes. */
function Amount({ place, label, unit, value, placeholder, onCount }: AmountProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const wrong = problemsAt(place).length > 0;
  return (
    <div class="lead-field">
      <label for={id}>{label}</label>
      <div class="lead-field__amount">
        <input
          id={id}
          {...CUSTOMER_TEXT}
          type="text"
          inputmode="numeric"
          maxLength={9}
          value={readCount(typed) === readCount(value) ? typed : value}
          placeholder={placeholder ?? ''}
          data-place={placeName(place.path)}
          aria-invalid={wrong}
          aria-describedby={`${id}-unit${wrong ? ` ${id}-problem` : ''}`}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            onCount(readCount(currentTarget.value), currentTarget.value);
          }}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </div>
      <ProblemNotes id={`${id}-problem`} place={place} />
    </div>
  );
}
