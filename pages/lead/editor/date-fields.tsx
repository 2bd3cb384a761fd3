import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { DateTrigger } from '../../../contract/triggers/date.ts';
import { textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { DAYS_WORDS, picksOf } from '../words/trigger-words.ts';
import { ClockFields } from './phase-fields.tsx';

type Days = DateTrigger['days'];

interface DateFieldsProps {
  readonly place: Place;
  readonly days: Days;
  readonly pack: Pack;
  readonly onChange: (days: Days) => void;
}

/** A festival of the pack, days of every year, or days of one year. */
export function DateFields({ place, days, pack, onChange }: DateFieldsProps) {
  const fresh: { readonly [K in Days['by']]: Days } = {
    festival: { by: 'festival', festival: pack.festivals[0]?.id ?? '' },
    year: { by: 'year', from: '01-01', to: '01-03' },
    once: { by: 'once', from: '2027-01-01', to: '2027-01-03' },
  };
  return (
    <>
      <PickField
        place={into(place, 'by')}
        label={i18n.t('lead.dayKind')}
        value={days.by}
        choices={picksOf(['festival', 'year', 'once'], DAYS_WORDS)}
        onPick={(by) => onChange(fresh[by])}
      />
      {days.by === 'festival' ? (
        <PickField
          place={into(place, 'festival')}
          label={i18n.t('lead.festival')}
          value={days.festival}
          choices={pack.festivals.map(({ id, name }) => ({ id, label: textOr(name, place.language) }))}
          onPick={(festival) => onChange({ by: 'festival', festival })}
        />
      ) : (
        <ClockFields place={place} span={days} onChange={(span) => onChange({ ...days, ...span })} />
      )}
    </>
  );
}
