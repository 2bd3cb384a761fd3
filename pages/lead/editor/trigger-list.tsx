import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Trigger, TriggerKind } from '../../../contract/pack/trigger.ts';
import { TRIGGER_RULES } from '../../../rules/triggers/index.ts';
import { EditList } from '../fields/edit-list.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { NEW_TRIGGERS } from './new-trigger.ts';
import { TriggerFields } from './trigger-fields.tsx';
import { triggerWords } from './trigger-words.ts';

interface TriggerListProps {
  readonly place: Place;
  readonly triggers: readonly Trigger[];
  readonly pack: Pack;
  readonly onChange: (triggers: Trigger[]) => void;
}

/** What brings a situation up, each as a sentence: any one of them is enough. The vocabulary is closed. */
export function TriggerList({ place, triggers, pack, onChange }: TriggerListProps) {
  const { language } = place;
  const kinds = Object.values(TRIGGER_RULES).map(({ kind }) => ({
    id: kind,
    label: triggerWords(NEW_TRIGGERS[kind], pack, language),
  }));
  return (
    <EditList
      place={place}
      items={triggers}
      onChange={onChange}
      name={(n) => i18n.t('lead.nthTrigger', { n: n + 1 })}
      head={(trigger) => triggerWords(trigger, pack, language)}
      body={(trigger, here, change) => (
        <div class="lead-row">
          <PickField<TriggerKind>
            place={into(here, 'kind')}
            label={i18n.t('lead.triggerKind')}
            value={trigger.kind}
            choices={kinds}
            onPick={(kind) => change(NEW_TRIGGERS[kind])}
          />
          <TriggerFields place={here} trigger={trigger} pack={pack} onChange={change} />
        </div>
      )}
      adds={[{ words: i18n.t('lead.addTrigger'), make: () => NEW_TRIGGERS.silence }]}
    />
  );
}
