import { i18n } from '#i18n';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { numberStatusSchema } from '../../../calls/vocabulary/number-status.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Trigger } from '../../../contract/pack/trigger.ts';
import { NumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import {
  BRINGS_WORDS,
  CATEGORY_WORDS,
  DIRECTION_WORDS,
  NUMBER_STATUS_WORDS,
  PROMISE_WORDS,
  picksOf,
  SIDE_WORDS,
} from '../words/trigger-words.ts';
import { AfterSituation } from './after-situation-fields.tsx';
import { DateFields } from './date-fields.tsx';
import { ClockFields, PhasePick, PhaseTicks } from './phase-fields.tsx';
import { Seconds, WaitPick } from './wait-pick.tsx';

interface TriggerFieldsProps {
  readonly place: Place;
  readonly trigger: Trigger;
  readonly pack: Pack;
  readonly onChange: (trigger: Trigger) => void;
}

/** The fields of one trigger, as its kind has them. */
export function TriggerFields(props: TriggerFieldsProps) {
  const { place, trigger, onChange } = props;
  return (
    <>
      <OfKind {...props} />
      {trigger.kind !== 'picked' && (
        <PickField
          place={into(place, 'brings')}
          label={i18n.t('lead.brings')}
          value={trigger.brings}
          choices={picksOf(['script', 'suggestion'], BRINGS_WORDS)}
          onPick={(brings) => onChange({ ...trigger, brings })}
        />
      )}
    </>
  );
}

function OfKind({ place, trigger, pack, onChange }: TriggerFieldsProps) {
  const seconds = i18n.t('lead.seconds');
  switch (trigger.kind) {
    case 'picked':
    case 'registration-lost':
      return null;
    case 'answered':
      return (
        <>
          <NumberField
            place={into(place, 'afterRings')}
            label={i18n.t('lead.afterRings')}
            unit={i18n.t('lead.rings')}
            value={trigger.afterRings}
            onChange={(afterRings) => onChange({ ...trigger, afterRings })}
          />
          <PickField
            place={into(place, 'direction')}
            label={i18n.t('lead.direction')}
            value={trigger.direction}
            choices={picksOf(['inbound', 'outbound'], DIRECTION_WORDS)}
            onPick={(direction) => onChange({ ...trigger, direction })}
          />
        </>
      );
    case 'phase':
      return (
        <PhasePick place={place} phase={trigger.phase} onPick={(phase) => onChange({ ...trigger, phase })} />
      );
    case 'silence':
      return (
        <>
          <PickField
            place={into(place, 'side')}
            label={i18n.t('lead.side')}
            value={trigger.side}
            choices={picksOf(['remote', 'agent'], SIDE_WORDS)}
            onPick={(side) => onChange({ ...trigger, side })}
          />
          <Seconds place={place} trigger={trigger} pack={pack} onChange={onChange} />
          <PhaseTicks
            place={place}
            phases={trigger.phases}
            onChange={(phases) => onChange({ ...trigger, phases })}
          />
        </>
      );
    case 'noise':
    case 'quiet':
    case 'stays-on':
      return <Seconds place={place} trigger={trigger} pack={pack} onChange={onChange} />;
    case 'on-hold':
      return (
        <>
          <WaitPick place={place} of={trigger.of} onPick={(of) => onChange({ ...trigger, of })} />
          <Seconds place={place} trigger={trigger} pack={pack} onChange={onChange} />
        </>
      );
    case 'back-from-hold':
      return (
        <>
          <WaitPick place={place} of={trigger.of} onPick={(of) => onChange({ ...trigger, of })} />
          <NumberField
            place={into(place, 'minSeconds')}
            label={i18n.t('lead.minSeconds')}
            unit={seconds}
            value={trigger.minSeconds}
            onChange={(minSeconds) => onChange({ ...trigger, minSeconds })}
          />
        </>
      );
    case 'wait-wanted':
      return <WaitPick place={place} of={trigger.of} onPick={(of) => onChange({ ...trigger, of })} />;
    case 'number-known':
      return (
        <PickField
          place={into(place, 'as')}
          label={i18n.t('lead.knownAs')}
          value={trigger.as}
          choices={picksOf(numberStatusSchema.options, NUMBER_STATUS_WORDS)}
          onPick={(as) => onChange({ ...trigger, as })}
        />
      );
    case 'category':
      return (
        <PickField
          place={into(place, 'category')}
          label={i18n.t('note.category')}
          value={trigger.category}
          choices={picksOf(contactCategorySchema.options, CATEGORY_WORDS)}
          onPick={(category) => onChange({ ...trigger, category })}
        />
      );
    case 'call-back-due':
      return (
        <PickField
          place={into(place, 'what')}
          label={i18n.t('lead.promised')}
          value={trigger.what}
          choices={picksOf(['promised-answer', 'call-back'], PROMISE_WORDS)}
          onPick={(what) => onChange({ ...trigger, what })}
        />
      );
    case 'after-situation':
      return <AfterSituation place={place} trigger={trigger} pack={pack} onChange={onChange} />;
    case 'time-of-day':
      return (
        <>
          <ClockFields place={place} span={trigger} onChange={(span) => onChange({ ...trigger, ...span })} />
          <PhasePick
            place={place}
            phase={trigger.phase}
            onPick={(phase) => onChange({ ...trigger, phase })}
          />
        </>
      );
    case 'date':
      return (
        <>
          <DateFields
            place={into(place, 'days')}
            days={trigger.days}
            pack={pack}
            onChange={(days) => onChange({ ...trigger, days })}
          />
          <PhasePick
            place={place}
            phase={trigger.phase}
            onPick={(phase) => onChange({ ...trigger, phase })}
          />
        </>
      );
  }
}
