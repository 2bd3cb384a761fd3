import { useId } from 'preact/hooks';
import { type Place, placeName, problemsAt } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';
import './lead-field.css';

interface DayFieldProps {
  readonly place: Place;
  readonly label: string;
  /** `YYYY-MM-DD`; empty while it is typed. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day of one year, picked with the browser's calendar. */
export function DayField({ place, label, value, onChange }: DayFieldProps) {
  const id = useId();
  const wrong = problemsAt(place).length > 0;
  return (
    <div class="lead-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        data-place={placeName(place.path)}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': `${id}-problem` } : {})}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <ProblemNotes id={`${id}-problem`} place={place} />
    </div>
  );
}
