import { useId } from 'preact/hooks';
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

/** A whole number with its unit. An empty field counts as 0, so that the problem named is the limit. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  return (
    <Amount
      {...rest}
      value={String(value)}
      onText={(text) => {
        if (Number(text) !== value || text === '') onChange(Number(text));
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
      onText={(text) => onChange(text === '' ? undefined : Number(text))}
    />
  );
}

interface AmountProps {
  readonly place: Place;
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onText: (text: string) => void;
}

function Amount({ place, label, unit, value, placeholder, onText }: AmountProps) {
  const id = useId();
  const wrong = problemsAt(place).length > 0;
  return (
    <div class="lead-field">
      <label for={id}>{label}</label>
      <div class="lead-field__amount">
        <input
          id={id}
          type="number"
          step={1}
          inputmode="decimal"
          value={value}
          placeholder={placeholder ?? ''}
          data-place={placeName(place.path)}
          aria-invalid={wrong}
          aria-describedby={`${id}-unit${wrong ? ` ${id}-problem` : ''}`}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </div>
      <ProblemNotes id={`${id}-problem`} place={place} />
    </div>
  );
}
