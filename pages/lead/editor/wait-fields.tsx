import { i18n } from '#i18n';
import { type Wait, waitEnderSchema } from '../../../contract/pack/step.ts';
import { NumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { ENDER_WORDS, ON_END_WORDS } from '../words/situation-words.ts';
import { picksOf } from '../words/word.ts';

interface WaitFieldsProps {
  readonly place: Place;
  readonly value: Wait | undefined;
  readonly onChange: (wait: Wait | undefined) => void;
}

const USUAL: Wait = { seconds: 5, endedBy: ['speech'], onEnd: 'next', mandatory: true };

/** The pause after a step: whether, how long, and what ends it early. */
export function WaitFields({ place, value: wait, onChange }: WaitFieldsProps) {
  return (
    <div class="lead-row">
      <TickField
        place={place}
        label={i18n.t('lead.waits')}
        value={wait !== undefined}
        onChange={(waits) => onChange(waits ? USUAL : undefined)}
      />
      {wait !== undefined && (
        <>
          <NumberField
            place={into(place, 'seconds')}
            label={i18n.t('lead.waitSeconds')}
            unit={i18n.t('lead.seconds')}
            value={wait.seconds}
            onChange={(seconds) => onChange({ ...wait, seconds })}
          />
          <div>
            {waitEnderSchema.options.map((ender) => (
              <TickField
                key={ender}
                place={into(place, 'endedBy', ender)}
                label={ENDER_WORDS[ender][place.language]}
                value={wait.endedBy.includes(ender)}
                onChange={(ends) =>
                  onChange({
                    ...wait,
                    endedBy: ends ? [...wait.endedBy, ender] : wait.endedBy.filter((one) => one !== ender),
                  })
                }
              />
            ))}
            <TickField
              place={into(place, 'mandatory')}
              label={i18n.t('lead.waitMandatory')}
              value={wait.mandatory}
              onChange={(mandatory) => onChange({ ...wait, mandatory })}
            />
          </div>
          {wait.endedBy.length > 0 && (
            <PickField
              place={into(place, 'onEnd')}
              label={i18n.t('lead.waitOnEnd')}
              value={wait.onEnd}
              choices={picksOf(['next', 'stop'], ON_END_WORDS, place.language)}
              onPick={(onEnd) => onChange({ ...wait, onEnd })}
            />
          )}
        </>
      )}
    </div>
  );
}
