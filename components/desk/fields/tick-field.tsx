import { useId } from 'preact/hooks';
import { type Place, placeName } from './place.ts';
import './desk-field.css';

interface TickFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function TickField({ place, label, value, onChange }: TickFieldProps) {
  const id = useId();
  return (
    <div class="desk-field desk-field--tick">
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
