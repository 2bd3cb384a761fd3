import { i18n } from '#i18n';
import type { Calendar } from '../../../contract/pack/calendar.ts';
import { type WeeklySpan, weekdaySchema } from '../../../contract/pack/directory.ts';
import { DayField } from '../fields/day-field.tsx';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, LocalizedField, textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { WEEKDAY_WORDS } from '../words/directory-words.ts';
import { picksOf } from '../words/word.ts';
import { FormPart } from './form-part.tsx';
import { WeeklySpanFields } from './weekly-span-fields.tsx';

interface CalendarFormProps {
  readonly place: Place;
  readonly calendar: Calendar;
  readonly onChange: (calendar: Calendar) => void;
}

/** When the floor works: what promises in working hours and days are counted by. */
export function CalendarForm({ place, calendar, onChange }: CalendarFormProps) {
  const { hours, holidays, shifted } = calendar;
  const change = (more: Partial<Calendar>) => onChange({ ...calendar, ...more });
  return (
    <div class="lead-form">
      <FormPart title={i18n.t('lead.form.workingHours')} why={i18n.t('lead.form.workingHoursWhy')}>
        <EditList<WeeklySpan>
          place={into(place, 'hours')}
          items={hours}
          onChange={(hours) => change({ hours })}
          name={(n) => i18n.t('lead.nthSpan', { n: n + 1 })}
          body={(span, here, changed) => <WeeklySpanFields place={here} span={span} onChange={changed} />}
          adds={[
            {
              words: i18n.t('lead.addSpan'),
              make: () => ({ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' }),
            },
          ]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.holidays')}>
        <EditList
          place={into(place, 'holidays')}
          items={holidays}
          onChange={(holidays) => change({ holidays })}
          name={(n) => i18n.t('lead.form.nthHoliday', { n: n + 1 })}
          head={({ name, from, to }) => `${textOr(name, place.language)} ${from} – ${to}`}
          body={(holiday, here, changed) => (
            <>
              <LocalizedField
                place={into(here, 'name')}
                label={i18n.t('lead.entryName')}
                value={holiday.name}
                onChange={(name) => changed({ ...holiday, name })}
              />
              <div class="lead-row">
                <DayField
                  place={into(here, 'from')}
                  label={i18n.t('lead.form.firstDay')}
                  value={holiday.from}
                  onChange={(from) => changed({ ...holiday, from })}
                />
                <DayField
                  place={into(here, 'to')}
                  label={i18n.t('lead.form.lastDay')}
                  value={holiday.to}
                  onChange={(to) => changed({ ...holiday, to })}
                />
              </div>
            </>
          )}
          adds={[
            { words: i18n.t('lead.form.addHoliday'), make: () => ({ name: BLANK_TEXT, from: '', to: '' }) },
          ]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.shifted')} why={i18n.t('lead.form.shiftedWhy')}>
        <EditList<Calendar['shifted'][number]>
          place={into(place, 'shifted')}
          items={shifted}
          onChange={(shifted) => change({ shifted })}
          name={(n) => i18n.t('lead.form.nthDay', { n: n + 1 })}
          body={(one, here, changed) => (
            <div class="lead-row">
              <DayField
                place={into(here, 'day')}
                label={i18n.t('lead.form.workedDay')}
                value={one.day}
                onChange={(day) => changed({ ...one, day })}
              />
              <PickField
                place={into(here, 'as')}
                label={i18n.t('lead.form.workedAs')}
                value={one.as}
                choices={picksOf(weekdaySchema.options, WEEKDAY_WORDS, place.language)}
                onPick={(as) => changed({ ...one, as })}
              />
            </div>
          )}
          adds={[{ words: i18n.t('lead.form.addDay'), make: () => ({ day: '', as: 'mon' }) }]}
        />
      </FormPart>
    </div>
  );
}
