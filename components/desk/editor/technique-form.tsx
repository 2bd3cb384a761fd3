import { i18n } from '#i18n';
import type { Technique } from '../../../contract/pack/technique.ts';
import { EditList } from '../fields/edit-list.tsx';
import { LineField } from '../fields/line-field.tsx';
import { BLANK_TEXT, LocalizedField } from '../fields/localized-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { FormPart } from './form-part.tsx';

interface TechniqueFormProps {
  readonly place: Place;
  readonly card: Technique;
  readonly onChange: (card: Technique) => void;
}

/** One card for handling a difficult caller. */
export function TechniqueForm({ place, card, onChange }: TechniqueFormProps) {
  const text = (field: 'title' | 'when' | 'how', label: string) => (
    <LocalizedField
      place={into(place, field)}
      label={label}
      value={card[field]}
      onChange={(changed) => onChange({ ...card, [field]: changed })}
    />
  );
  return (
    <div class="desk-form">
      <FormPart title={i18n.t('desk.basics')}>
        {text('title', i18n.t('desk.titleText'))}
        {text('when', i18n.t('desk.cardWhen'))}
        {text('how', i18n.t('desk.cardHow'))}
        <LineField
          place={into(place, 'handbook')}
          label={i18n.t('desk.handbook')}
          value={card.handbook}
          onChange={(handbook) => onChange({ ...card, handbook })}
        />
      </FormPart>
      <FormPart title={i18n.t('desk.sayings')}>
        <EditList
          place={into(place, 'sayings')}
          items={card.sayings}
          onChange={(sayings) => onChange({ ...card, sayings })}
          name={(n) => i18n.t('desk.nthSaying', { n: n + 1 })}
          body={(saying, here, change, n) => (
            <LocalizedField
              place={here}
              label={i18n.t('desk.nthSaying', { n: n + 1 })}
              value={saying}
              onChange={change}
            />
          )}
          adds={[{ words: i18n.t('desk.addSaying'), make: () => BLANK_TEXT }]}
        />
      </FormPart>
      <FormPart title={i18n.t('desk.prohibitions')}>
        <TickField
          place={into(place, 'never')}
          label={i18n.t('desk.hasNever')}
          value={card.never !== undefined}
          onChange={(has) => onChange({ ...card, never: has ? BLANK_TEXT : undefined })}
        />
        {card.never !== undefined && (
          <LocalizedField
            place={into(place, 'never')}
            label={i18n.t('desk.never')}
            value={card.never}
            onChange={(never) => onChange({ ...card, never })}
          />
        )}
      </FormPart>
    </div>
  );
}
