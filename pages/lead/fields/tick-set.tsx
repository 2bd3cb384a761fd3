import type { Choice } from './pick-field.tsx';
import { into, type Place, placeName } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';
import { TickField } from './tick-field.tsx';

interface TickSetProps {
  readonly place: Place;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  /** Keeps the order of the choices; otherwise a new one goes to the end. */
  readonly sorted?: boolean;
  readonly onChange: (value: string[]) => void;
}

/** Any number of a list. A chosen id that is not in the list stays, so that it can be unticked. */
export function TickSet({ place, label, choices, value, sorted = false, onChange }: TickSetProps) {
  const unknown = value.filter((id) => !choices.some((choice) => choice.id === id));
  const change = (id: string, ticked: boolean) => {
    const changed = ticked ? [...value, id] : value.filter((other) => other !== id);
    onChange(
      sorted ? choices.flatMap((choice) => (changed.includes(choice.id) ? [choice.id] : [])) : changed,
    );
  };
  return (
    <fieldset class="lead-ticks" data-place={placeName(place.path)}>
      <legend>{label}</legend>
      {[...choices, ...unknown.map((id) => ({ id, label: id }))].map(({ id, label: words }) => (
        <TickField
          key={id}
          place={into(place, value.includes(id) ? value.indexOf(id) : id)}
          label={words}
          value={value.includes(id)}
          onChange={(ticked) => change(id, ticked)}
        />
      ))}
      <ProblemNotes place={place} />
      {unknown.map((id) => (
        <ProblemNotes key={id} place={into(place, value.indexOf(id))} />
      ))}
    </fieldset>
  );
}
