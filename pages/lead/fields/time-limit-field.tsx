import { i18n } from '#i18n';
import type { TimeLimit } from '../../../contract/pack/time-limit.ts';
import { NumberField } from './number-field.tsx';
import { PickField } from './pick-field.tsx';
import { into, type Place } from './place.ts';

interface TimeLimitFieldProps {
  readonly place: Place;
  readonly limit: TimeLimit;
  readonly onChange: (limit: TimeLimit) => void;
}

const UNITS = {
  min: 'lead.limitUnit.minutes',
  h: 'lead.limitUnit.hours',
  'working-h': 'lead.limitUnit.workingHours',
  'working-d': 'lead.limitUnit.workingDays',
} as const satisfies Readonly<Record<TimeLimit['unit'], string>>;

const UNIT_IDS = ['min', 'h', 'working-h', 'working-d'] as const;

/** A number of minutes, hours, or working hours and days of the calendar. */
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
        choices={UNIT_IDS.map((id) => ({ id, label: i18n.t(UNITS[id]) }))}
        onPick={(unit) => onChange({ unit, count: limit.count })}
      />
    </>
  );
}

export function isTimeLimit(value: unknown): value is TimeLimit {
  if (typeof value !== 'object' || value === null) return false;
  const unit: unknown = Reflect.get(value, 'unit');
  return typeof Reflect.get(value, 'count') === 'number' && UNIT_IDS.some((id) => id === unit);
}
