import { useId } from 'preact/hooks';
import './lead-field.css';
import { type Place, placeName, problemsAt } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';

/** One entry of a closed list. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
}

interface PickFieldProps<Id extends string> {
  readonly place: Place;
  readonly label: string;
  readonly value: Id;
  readonly choices: readonly Choice<Id>[];
  readonly onPick: (id: Id) => void;
}

/** One of a closed list. A value that is not in the list stays visible until another is picked. */
export function PickField<Id extends string>({ place, label, value, choices, onPick }: PickFieldProps<Id>) {
  const id = useId();
  const wrong = problemsAt(place).length > 0;
  return (
    <div class="lead-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        data-place={placeName(place.path)}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': `${id}-problem` } : {})}
        onChange={({ currentTarget }) => {
          const picked = choices.find((choice) => choice.id === currentTarget.value);
          if (picked !== undefined) onPick(picked.id);
        }}
      >
        {choices.some((choice) => choice.id === value) ? null : <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      <ProblemNotes id={`${id}-problem`} place={place} />
    </div>
  );
}
