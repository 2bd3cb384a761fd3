import { i18n } from '#i18n';
import type { Weekday, WeeklySpan } from '../../../contract/pack/directory.ts';
import { into, type Place, placeName } from '../fields/place.ts';
import { ProblemNotes } from '../fields/problem-notes.tsx';
import { TickField } from '../fields/tick-field.tsx';
import { WEEKDAY_WORDS } from '../words/directory-words.ts';
import { ClockFields } from './phase-fields.tsx';

interface WeeklySpanFieldsProps {
  readonly place: Place;
  readonly span: WeeklySpan;
  readonly onChange: (span: WeeklySpan) => void;
}

const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Opening hours on some days of the week. */
export function WeeklySpanFields({ place, span, onChange }: WeeklySpanFieldsProps) {
  const here = into(place, 'days');
  return (
    <div>
      <fieldset class="lead-ticks" data-place={placeName(here.path)}>
        <legend>{i18n.t('lead.weekdays')}</legend>
        {DAYS.map((day) => (
          <TickField
            key={day}
            place={into(here, day)}
            label={WEEKDAY_WORDS[day][place.language]}
            value={span.days.includes(day)}
            onChange={(ticked) =>
              onChange({
                ...span,
                days: DAYS.filter((other) => (other === day ? ticked : span.days.includes(other))),
              })
            }
          />
        ))}
        <ProblemNotes place={here} />
      </fieldset>
      <div class="lead-row">
        <ClockFields place={place} span={span} onChange={(clock) => onChange({ ...span, ...clock })} />
      </div>
    </div>
  );
}
