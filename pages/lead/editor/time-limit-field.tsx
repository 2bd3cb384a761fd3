import { i18n } from '#i18n';
import type { TimeLimit } from '../../../contract/pack/time-limit.ts';
import { NumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { LIMIT_UNIT_WORDS } from '../words/order-words.ts';
import { picksOf } from '../words/word.ts';

interface TimeLimitFieldProps {
  readonly place: Place;
  readonly limit: TimeLimit;
  readonly onChange: (limit: TimeLimit) => void;
}

const UNITS = ['min', 'h', 'working-h', 'working-d'] as const;

/** So many minutes, hours, or working hours and days of the calendar. */
export function TimeLimitField({ place, limit, onChange }: TimeLimitFieldProps) {
  return (
    <>
      <NumberField
        place={into(place, 'count')}
        label={i18n.t('lead.form.within')}
        unit=""
        value={limit.count}
        onChange={(count) => onChange({ ...limit, count })}
      />
      <PickField
        place={into(place, 'unit')}
        label={i18n.t('lead.form.unit')}
        value={limit.unit}
        choices={picksOf(UNITS, LIMIT_UNIT_WORDS, place.language)}
        onPick={(unit) => onChange({ unit, count: limit.count })}
      />
    </>
  );
}
