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
    <div class="lead-form">
      <FormPart title={i18n.t('lead.form.breaks')} why={i18n.t('lead.form.breaksWhy')}>
        <EditList
          place={into(place, 'breaks')}
          items={breaks}
          onChange={(breaks) => change({ breaks })}
          name={(n) => i18n.t('lead.form.nthBreak', { n: n + 1 })}
          head={({ title }) => textOr(title, place.language)}
          body={(one, here, changed) => (
            <>
              <LocalizedField
                place={into(here, 'title')}
                label={i18n.t('lead.entryName')}
                value={one.title}
                onChange={(title) => changed({ ...one, title })}
              />
              <NumberField
                place={into(here, 'minutes')}
                label={i18n.t('lead.form.breakMinutes')}
                unit={i18n.t('lead.minutes')}
                value={one.minutes}
                onChange={(minutes) => changed({ ...one, minutes })}
              />
            </>
          )}
          adds={[
            {
              words: i18n.t('lead.form.addBreak'),
              make: () => ({ id: freshId('break', breaks), title: BLANK_TEXT, minutes: 10 }),
            },
          ]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.shiftEnds')}>
        <div class="lead-row">
          <NumberField
            place={into(place, 'wrapUpSeconds')}
            label={i18n.t('lead.form.wrapUp')}
            unit={i18n.t('lead.seconds')}
            value={shift.wrapUpSeconds}
            onChange={(wrapUpSeconds) => change({ wrapUpSeconds })}
          />
          <NumberField
            place={into(place, 'longestHours')}
            label={i18n.t('lead.form.longestShift')}
            unit={i18n.t('lead.hoursUnit')}
            value={shift.longestHours}
            onChange={(longestHours) => change({ longestHours })}
          />
        </div>
      </FormPart>
    </div>
  );
}
