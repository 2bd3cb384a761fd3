import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Trigger } from '../../../contract/pack/trigger.ts';
import { waitWords } from '../../../rules/triggers/wait-words.ts';
import { OptionalNumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { usualSeconds } from './trigger-words.ts';

type TimedTrigger = Extract<Trigger, { kind: 'silence' | 'noise' | 'quiet' | 'on-hold' | 'stays-on' }>;

interface SecondsProps {
  readonly place: Place;
  readonly trigger: TimedTrigger;
  readonly pack: Pack;
  readonly onChange: (trigger: TimedTrigger) => void;
}

/** For how long it must be so; empty means as the settings say. */
export function Seconds({ place, trigger, pack, onChange }: SecondsProps) {
  return (
    <OptionalNumberField
      place={into(place, 'seconds')}
      label={i18n.t('lead.lasts')}
      unit={i18n.t('lead.seconds')}
      value={trigger.seconds}
      usual={usualSeconds(pack.settings)[trigger.kind]}
      onChange={(seconds) => onChange({ ...trigger, seconds })}
    />
  );
}

const WAITS = ['hold', 'mute', 'either'] as const;

interface WaitPickProps {
  readonly place: Place;
  readonly of: (typeof WAITS)[number];
  readonly onPick: (of: (typeof WAITS)[number]) => void;
}

/** Hold, mute, or whichever of them. */
export function WaitPick({ place, of, onPick }: WaitPickProps) {
  return (
    <PickField
      place={into(place, 'of')}
      label={i18n.t('lead.waitKind')}
      value={of}
      choices={WAITS.map((id) => ({ id, label: waitWords(id, place.language) }))}
      onPick={onPick}
    />
  );
}
