import { i18n } from '#i18n';
import { fieldWord } from '../../../contract/pack/field-words.ts';
import type { Thresholds } from '../../../contract/pack/pack-settings.ts';
import { NumberField } from '../fields/number-field.tsx';
import { into, type Place } from '../fields/place.ts';

interface LineThresholdsProps {
  readonly place: Place;
  readonly thresholds: Thresholds;
  readonly onChange: (thresholds: Thresholds) => void;
}

const FIELDS = [
  ['deadAirSeconds', 's'],
  ['noPacketsSeconds', 's'],
  ['faintDbfs', 'dBFS'],
  ['noisyDbfs', 'dBFS'],
  ['noisySnrDb', 'dB'],
  ['lossPercent', '%'],
] as const satisfies readonly (readonly [keyof Thresholds, string])[];

/** How the ear judges a line: set once for a building's telephones, if ever. */
export function LineThresholds({ place, thresholds, onChange }: LineThresholdsProps) {
  return (
    <details class="lead-fold">
      <summary>{i18n.t('lead.settings.line')}</summary>
      <div class="lead-row">
        {FIELDS.map(([name, unit]) => (
          <NumberField
            key={name}
            place={into(place, name)}
            label={fieldWord(name, i18n.t)}
            unit={unit}
            value={thresholds[name]}
            onChange={(value) => onChange({ ...thresholds, [name]: value })}
          />
        ))}
      </div>
    </details>
  );
}
