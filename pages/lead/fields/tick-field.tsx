import { useId } from 'preact/hooks';
import { type Place, placeName } from './place.ts';
import './lead-field.css';

interface TickFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function TickField({ place, label, value, onChange }: TickFieldProps) {
  const id = useId();
  return (
    <div class="lead-field lead-field--tick">
      <input
        id={id}
        type="checkbox"
        checked={value}
        data-place={placeName(place.path)}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  );
}
