import { i18n } from '#i18n';
import type { ShiftRules } from '../../../contract/pack/shift.ts';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, LocalizedField, textOr } from '../fields/localized-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { FormPart } from './form-part.tsx';
import { freshId } from './fresh-id.ts';

interface ShiftFormProps {
  readonly place: Place;
  readonly shift: ShiftRules;
  readonly onChange: (shift: ShiftRules) => void;
}

/** The reasons for a short break, and when wrap-up and shift are over. */
export function ShiftForm({ place, shift, onChange }: ShiftFormProps) {
  const { breaks } = shift;
  const change = (more: Partial<ShiftRules>) => onChange({ ...shift, ...more });
  return (
    <div class="desk-form">
      <FormPart title={i18n.t('desk.form.breaks')} why={i18n.t('desk.form.breaksWhy')}>
        <EditList
          place={into(place, 'breaks')}
          items={breaks}
          onChange={(breaks) => change({ breaks })}
          name={(n) => i18n.t('desk.form.nthBreak', { n: n + 1 })}
          head={({ title }) => textOr(title, place.language)}
          body={(one, here, changed) => (
            <>
              <LocalizedField
                place={into(here, 'title')}
                label={i18n.t('desk.entryName')}
                value={one.title}
                onChange={(title) => changed({ ...one, title })}
              />
              <NumberField
                place={into(here, 'minutes')}
                label={i18n.t('desk.form.breakMinutes')}
                unit={i18n.t('desk.minutes')}
                value={one.minutes}
                onChange={(minutes) => changed({ ...one, minutes })}
              />
            </>
          )}
          adds={[
            {
              words: i18n.t('desk.form.addBreak'),
              make: () => ({ id: freshId('break', breaks), title: BLANK_TEXT, minutes: 10 }),
            },
          ]}
        />
      </FormPart>
      <FormPart title={i18n.t('desk.form.shiftEnds')}>
        <div class="desk-row">
          <NumberField
            place={into(place, 'wrapUpSeconds')}
            label={i18n.t('desk.form.wrapUp')}
            unit={i18n.t('desk.seconds')}
            value={shift.wrapUpSeconds}
            onChange={(wrapUpSeconds) => change({ wrapUpSeconds })}
          />
          <NumberField
            place={into(place, 'longestHours')}
            label={i18n.t('desk.form.longestShift')}
            unit={i18n.t('desk.hoursUnit')}
            value={shift.longestHours}
            onChange={(longestHours) => change({ longestHours })}
          />
        </div>
      </FormPart>
    </div>
  );
}
