import type { Pick } from './pick-field.tsx';
import { into, type Place, placeName } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';
import { TickField } from './tick-field.tsx';

interface TickSetProps<Id extends string> {
  readonly place: Place;
  readonly label: string;
  readonly choices: readonly Pick<Id>[];
  readonly value: readonly Id[];
  /** In the order of the choices. */
  readonly onChange: (value: Id[]) => void;
}

/** Any number out of a closed list. */
export function TickSet<Id extends string>({ place, label, choices, value, onChange }: TickSetProps<Id>) {
  return (
    <fieldset class="lead-ticks" data-place={placeName(place.path)}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <TickField
          key={choice.id}
          place={into(place, choice.id)}
          label={choice.label}
          value={value.includes(choice.id)}
          onChange={(ticked) =>
            onChange(
              choices.flatMap(({ id }) => ((id === choice.id ? ticked : value.includes(id)) ? [id] : [])),
            )
          }
        />
      ))}
      <ProblemNotes place={place} />
    </fieldset>
  );
}
