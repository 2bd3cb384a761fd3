import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Condition } from '../../../contract/pack/variant.ts';
import { LineField } from '../fields/line-field.tsx';
import { textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { CONDITION_WORDS, DIRECTION_WORDS } from '../words/situation-words.ts';
import { picksOf } from '../words/word.ts';

export const NEW_CONDITIONS: { readonly [K in Condition['kind']]: Extract<Condition, { kind: K }> } = {
  'time-of-day': { kind: 'time-of-day', from: '08:00', to: '12:00' },
  festival: { kind: 'festival' },
  'answered-late': { kind: 'answered-late' },
  'name-known': { kind: 'name-known' },
  direction: { kind: 'direction', direction: 'inbound' },
};

const KINDS = ['time-of-day', 'festival', 'answered-late', 'name-known', 'direction'] as const;

interface ConditionFieldsProps {
  readonly place: Place;
  readonly condition: Condition;
  readonly pack: Pack;
  readonly onChange: (condition: Condition) => void;
}

/** When a variant is said. Changing the kind begins that kind anew. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { place, condition, onChange } = props;
  return (
    <div class="lead-row">
      <PickField
        place={into(place, 'kind')}
        label={i18n.t('lead.condition')}
        value={condition.kind}
        choices={picksOf(KINDS, CONDITION_WORDS, place.language)}
        onPick={(kind) => onChange(NEW_CONDITIONS[kind])}
      />
      <OfKind {...props} />
    </div>
  );
}

function OfKind({ place, condition, pack, onChange }: ConditionFieldsProps) {
  const { language } = place;
  switch (condition.kind) {
    case 'answered-late':
    case 'name-known':
      return null;
    case 'time-of-day':
      return (
        <>
          {(['from', 'to'] as const).map((end) => (
            <LineField
              key={end}
              place={into(place, end)}
              label={i18n.t(`lead.${end}`)}
              value={condition[end]}
              onChange={(time) => onChange({ ...condition, [end]: time })}
            />
          ))}
        </>
      );
    case 'festival':
      return (
        <PickField
          place={into(place, 'festival')}
          label={i18n.t('lead.festival')}
          value={condition.festival ?? ''}
          choices={[
            { id: '', label: i18n.t('lead.anyFestival') },
            ...pack.festivals.map(({ id, name }) => ({ id, label: textOr(name, language) })),
          ]}
          onPick={(festival) => onChange({ ...condition, festival: festival === '' ? undefined : festival })}
        />
      );
    case 'direction':
      return (
        <PickField
          place={into(place, 'direction')}
          label={i18n.t('lead.direction')}
          value={condition.direction}
          choices={picksOf(['inbound', 'outbound'], DIRECTION_WORDS, language)}
          onPick={(direction) => onChange({ ...condition, direction })}
        />
      );
  }
}
