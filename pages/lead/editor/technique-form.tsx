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
    <div class="lead-form">
      <FormPart title={i18n.t('lead.basics')}>
        {text('title', i18n.t('lead.titleText'))}
        {text('when', i18n.t('lead.cardWhen'))}
        {text('how', i18n.t('lead.cardHow'))}
        <LineField
          place={into(place, 'handbook')}
          label={i18n.t('lead.handbook')}
          value={card.handbook}
          onChange={(handbook) => onChange({ ...card, handbook })}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.sayings')}>
        <EditList
          place={into(place, 'sayings')}
          items={card.sayings}
          onChange={(sayings) => onChange({ ...card, sayings })}
          name={(n) => i18n.t('lead.nthSaying', { n: n + 1 })}
          body={(saying, here, change, n) => (
            <LocalizedField
              place={here}
              label={i18n.t('lead.nthSaying', { n: n + 1 })}
              value={saying}
              onChange={change}
            />
          )}
          adds={[{ words: i18n.t('lead.addSaying'), make: () => BLANK_TEXT }]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.prohibitions')}>
        <TickField
          place={into(place, 'never')}
          label={i18n.t('lead.hasNever')}
          value={card.never !== undefined}
          onChange={(has) => onChange({ ...card, never: has ? BLANK_TEXT : undefined })}
        />
        {card.never !== undefined && (
          <LocalizedField
            place={into(place, 'never')}
            label={i18n.t('lead.never')}
            value={card.never}
            onChange={(never) => onChange({ ...card, never })}
          />
        )}
      </FormPart>
    </div>
  );
}
