import { i18n } from '#i18n';
import type { Technique } from '../../../contract/pack/technique.ts';
import { textOr } from '../fields/localized-field.tsx';
import { into, type Place, placeName } from '../fields/place.ts';
import { ProblemNotes } from '../fields/problem-notes.tsx';
import { TickField } from '../fields/tick-field.tsx';

interface TechniqueTicksProps {
  readonly place: Place;
  readonly chosen: readonly string[];
  readonly cards: readonly Technique[];
  readonly onChange: (chosen: string[]) => void;
}

/** Which technique cards stand beside the script. One that is gone from the pack can still be unticked. */
export function TechniqueTicks({ place, chosen, cards, onChange }: TechniqueTicksProps) {
  const gone = chosen.filter((id) => !cards.some((card) => card.id === id));
  const all = [
    ...cards.map(({ id, title }) => ({ id, label: textOr(title, place.language) })),
    ...gone.map((id) => ({ id, label: id })),
  ];
  return (
    <fieldset class="lead-ticks" data-place={placeName(place.path)}>
      <legend class="visually-hidden">{i18n.t('lead.techniques')}</legend>
      {all.map(({ id, label }) => (
        <TickField
          key={id}
          place={into(place, chosen.indexOf(id))}
          label={label}
          value={chosen.includes(id)}
          onChange={(ticked) => onChange(ticked ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
      {gone.map((id) => (
        <ProblemNotes key={id} place={into(place, chosen.indexOf(id))} />
      ))}
    </fieldset>
  );
}
