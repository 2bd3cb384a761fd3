import { i18n } from '#i18n';
import type { Festival } from '../../../contract/pack/festival.ts';
import { PACK_LANGUAGES } from '../../../contract/pack/localized-text.ts';
import { DayField } from '../fields/day-field.tsx';
import { EditList } from '../fields/edit-list.tsx';
import { LineField } from '../fields/line-field.tsx';
import { BLANK_TEXT, LANGUAGE_NAMES, LocalizedField, textOr } from '../fields/localized-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { TickSet } from '../fields/tick-set.tsx';
import { freshId } from './fresh-id.ts';

interface FestivalsFormProps {
  readonly place: Place;
  readonly festivals: readonly Festival[];
  readonly onChange: (festivals: Festival[]) => void;
}

const LANGUAGES = PACK_LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));

/** Days that are greeted. Of two on one day the upper one is. */
export function FestivalsForm({ place, festivals, onChange }: FestivalsFormProps) {
  return (
    <div class="lead-form">
      <p class="lead-field__hint">{i18n.t('lead.form.festivalsWhy')}</p>
      <EditList<Festival>
        place={place}
        items={festivals}
        onChange={onChange}
        name={(n) => i18n.t('lead.form.nthFestival', { n: n + 1 })}
        head={({ name }) => textOr(name, place.language)}
        body={(festival, here, change) => (
          <FestivalFields place={here} festival={festival} onChange={change} />
        )}
        adds={[
          {
            words: i18n.t('lead.form.addFestival'),
            make: () => ({
              id: freshId('festival', festivals),
              name: BLANK_TEXT,
              begins: { by: 'year', day: '' },
              lasts: 1,
              greeting: BLANK_TEXT,
              languages: ['zh-CN', 'zh-TW'],
            }),
          },
        ]}
      />
    </div>
  );
}

interface FestivalFieldsProps {
  readonly place: Place;
  readonly festival: Festival;
  readonly onChange: (festival: Festival) => void;
}

function FestivalFields({ place, festival, onChange }: FestivalFieldsProps) {
  const change = (more: Partial<Festival>) => onChange({ ...festival, ...more });
  const { begins, greeting } = festival;
  const at = into(place, 'begins');
  return (
    <>
      <LocalizedField
        place={into(place, 'name')}
        label={i18n.t('lead.entryName')}
        value={festival.name}
        onChange={(name) => change({ name })}
      />
      <div class="lead-row">
        <PickField
          place={into(at, 'by')}
          label={i18n.t('lead.form.begins')}
          value={begins.by}
          choices={[
            { id: 'year', label: i18n.t('lead.form.everyYear') },
            { id: 'table', label: i18n.t('lead.form.otherDays') },
          ]}
          onPick={(by) => change({ begins: by === 'year' ? { by, day: '' } : { by, days: [''] } })}
        />
        {begins.by === 'year' && (
          <LineField
            place={into(at, 'day')}
            label={i18n.t('lead.form.yearlyDay')}
            value={begins.day}
            onChange={(day) => change({ begins: { by: 'year', day } })}
          />
        )}
        <NumberField
          place={into(place, 'lasts')}
          label={i18n.t('lead.form.lasts')}
          unit={i18n.t('lead.daysUnit')}
          value={festival.lasts}
          onChange={(lasts) => change({ lasts })}
        />
      </div>
      {begins.by === 'table' && (
        <EditList<string>
          place={into(at, 'days')}
          items={begins.days}
          onChange={(days) => change({ begins: { by: 'table', days } })}
          name={(n) => i18n.t('lead.form.nthDay', { n: n + 1 })}
          body={(day, here, changed, n) => (
            <DayField
              place={here}
              label={i18n.t('lead.form.nthDay', { n: n + 1 })}
              value={day}
              onChange={changed}
            />
          )}
          adds={[{ words: i18n.t('lead.form.addDay'), make: () => '' }]}
        />
      )}
      <TickField
        place={into(place, 'greeted')}
        label={i18n.t('lead.form.greeted')}
        value={greeting !== undefined}
        onChange={(has) => change({ greeting: has ? BLANK_TEXT : undefined })}
      />
      {greeting !== undefined && (
        <LocalizedField
          place={into(place, 'greeting')}
          label={i18n.t('lead.form.greeting')}
          value={greeting}
          onChange={(changed) => change({ greeting: changed })}
        />
      )}
      <TickSet
        place={into(place, 'languages')}
        label={i18n.t('lead.form.keptBy')}
        choices={LANGUAGES}
        value={festival.languages}
        onChange={(languages) => change({ languages })}
      />
    </>
  );
}
