import * as v from 'valibot';
import { i18n } from '#i18n';
import {
  TRIGGER_KINDS,
  type Trigger,
  type TriggerKind,
  triggerSchema,
} from '../../../contract/pack/trigger.ts';
import { filledBlank } from '../fields/blank-value.ts';
import { EditList } from '../fields/edit-list.tsx';
import { FieldsOf } from '../fields/fields-of.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { triggerWords } from './trigger-words.ts';

interface TriggerListProps {
  readonly place: Place;
  readonly triggers: readonly Trigger[];
  readonly onChange: (triggers: Trigger[]) => void;
}

/** What brings a situation up, each as a sentence: any one of them is enough. */
export function TriggerList({ place, triggers, onChange }: TriggerListProps) {
  const { pack, language } = place;
  const kinds = Object.keys(TRIGGER_KINDS)
    .filter(isKind)
    .map((id) => ({ id, label: i18n.t(TRIGGER_KINDS[id].label) }));
  return (
    <EditList
      place={place}
      items={triggers}
      onChange={onChange}
      name={(n) => i18n.t('lead.nthTrigger', { n: n + 1 })}
      head={(trigger) => triggerWords(trigger, pack, language)}
      body={(trigger, here, change) => (
        <>
          <PickField<TriggerKind>
            place={into(here, 'kind')}
            label={i18n.t('lead.triggerKind')}
            value={trigger.kind}
            choices={kinds}
            onPick={(kind) => change(newTrigger(kind, place))}
          />
          <FieldsOf<Trigger>
            place={here}
            value={trigger}
            fields={TRIGGER_KINDS[trigger.kind].fields}
            onChange={change}
          />
        </>
      )}
      adds={[{ words: i18n.t('lead.addTrigger'), make: () => newTrigger('silence', place) }]}
    />
  );
}

function isKind(name: string): name is TriggerKind {
  return name in TRIGGER_KINDS;
}

/** With the first entry of a list where a field must name one, so that it has no problem. */
function newTrigger(kind: TriggerKind, place: Place): Trigger {
  const { blank, fields } = TRIGGER_KINDS[kind];
  const filled = v.safeParse(triggerSchema, filledBlank(blank, { kind: 'group', fields }, place));
  return filled.success ? filled.output : blank;
}
