import { i18n } from '#i18n';
import type { PackSettings } from '../../../contract/pack/pack.ts';
import type { Thresholds } from '../../../contract/pack/pack-settings.ts';
import { cadenceCountrySchema } from '../../../contract/pack/ring-cadence.ts';
import { EditList } from '../fields/edit-list.tsx';
import { LocalizedField } from '../fields/localized-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { CADENCE_WORDS } from '../words/directory-words.ts';
import { picksOf } from '../words/word.ts';
import { FormPart } from './form-part.tsx';
import { LineThresholds } from './line-thresholds-fields.tsx';
import { ClockFields } from './phase-fields.tsx';

interface SettingsFormProps {
  readonly place: Place;
  readonly settings: PackSettings;
  readonly onChange: (settings: PackSettings) => void;
}

/** What most floors set. The others say how the ear judges a line, and are folded up. */
const USUAL = [
  'silenceSeconds',
  'noiseSeconds',
  'quietSeconds',
  'longHoldSeconds',
  'longHoldRepeatSeconds',
  'staysOnSeconds',
  'dismissedForSeconds',
] as const satisfies readonly (keyof Thresholds)[];

/** What holds for the whole floor. */
export function SettingsForm({ place, settings, onChange }: SettingsFormProps) {
  const change = (more: Partial<PackSettings>) => onChange({ ...settings, ...more });
  const { thresholds, answerPromises } = settings;
  const promises = into(place, 'answerPromises');
  return (
    <div class="lead-form">
      <FormPart title={i18n.t('lead.settings.answering')}>
        <LocalizedField
          place={into(place, 'hotline')}
          label={i18n.t('lead.settings.hotline')}
          value={settings.hotline}
          onChange={(hotline) => change({ hotline })}
        />
        <div class="lead-row">
          <NumberField
            place={into(place, 'ringLimit')}
            label={i18n.t('lead.settings.ringLimit')}
            unit={i18n.t('lead.rings')}
            value={settings.ringLimit}
            onChange={(ringLimit) => change({ ringLimit })}
          />
          <PickField
            place={into(place, 'cadence')}
            label={i18n.t('lead.settings.cadence')}
            value={settings.cadence}
            choices={picksOf(cadenceCountrySchema.options, CADENCE_WORDS, place.language)}
            onPick={(cadence) => change({ cadence })}
          />
        </div>
      </FormPart>
      <FormPart title={i18n.t('lead.settings.thresholds')} why={i18n.t('lead.settings.thresholdsWhy')}>
        <div class="lead-row">
          {USUAL.map((name) => (
            <NumberField
              key={name}
              place={into(place, 'thresholds', name)}
              label={i18n.t(`lead.settings.${name}`)}
              unit={i18n.t('lead.seconds')}
              value={thresholds[name]}
              onChange={(seconds) => change({ thresholds: { ...thresholds, [name]: seconds } })}
            />
          ))}
        </div>
        <LineThresholds
          place={into(place, 'thresholds')}
          thresholds={thresholds}
          onChange={(changed) => change({ thresholds: changed })}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.settings.promises')} why={i18n.t('lead.settings.promisesWhy')}>
        <div class="lead-row">
          {PROMISES.map(([name, unit]) => (
            <NumberField
              key={name}
              place={into(promises, name)}
              label={i18n.t(`lead.settings.${name}`)}
              unit={i18n.t(unit)}
              value={answerPromises[name]}
              onChange={(value) => change({ answerPromises: { ...answerPromises, [name]: value } })}
            />
          ))}
          <NumberField
            place={into(place, 'callBackWithinDays')}
            label={i18n.t('lead.settings.callBackWithinDays')}
            unit={i18n.t('lead.daysUnit')}
            value={settings.callBackWithinDays}
            onChange={(callBackWithinDays) => change({ callBackWithinDays })}
          />
        </div>
      </FormPart>
      <FormPart title={i18n.t('lead.settings.rest')} why={i18n.t('lead.settings.restWhy')}>
        <EditList
          place={into(place, 'callBackQuietHours')}
          items={settings.callBackQuietHours}
          onChange={(callBackQuietHours) => change({ callBackQuietHours })}
          name={(n) => i18n.t('lead.nthSpan', { n: n + 1 })}
          body={(span, here, changed) => (
            <div class="lead-row">
              <ClockFields place={here} span={span} onChange={changed} />
            </div>
          )}
          adds={[{ words: i18n.t('lead.addSpan'), make: () => ({ from: '12:00', to: '14:00' }) }]}
        />
      </FormPart>
    </div>
  );
}

const PROMISES = [
  ['supervisorMinutes', 'lead.minutes'],
  ['simpleHours', 'lead.hoursUnit'],
  ['complexHours', 'lead.hoursUnit'],
] as const;
