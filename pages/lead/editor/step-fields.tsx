import { i18n } from '#i18n';
import { workOrderDueSchema } from '../../../contract/pack/follow-up.ts';
import { actionSchema, type DoStep, type SayStep, type Step } from '../../../contract/pack/step.ts';
import { LocalizedField } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { ACTION_WORDS, DUE_WORDS } from '../words/follow-up-words.ts';
import { picksOf, word } from '../words/word.ts';
import { BranchFields } from './branch-fields.tsx';
import { DirectoryPick } from './directory-pick.tsx';
import type { StepFieldsProps } from './step-fields-props.ts';
import { TargetField } from './target-field.tsx';
import { VariantList } from './variant-list.tsx';
import { WaitFields } from './wait-fields.tsx';

/** One step as a form, by its kind. */
export function StepFields({ step, onChange, ...rest }: StepFieldsProps<Step>) {
  switch (step.kind) {
    case 'say':
      return (
        <>
          <LocalizedField
            place={into(rest.place, 'text')}
            label={i18n.t('lead.sayText')}
            value={step.text}
            onChange={(text) => onChange({ ...step, text })}
          />
          <Spoken {...rest} step={step} onChange={onChange} />
          <VariantList
            place={into(rest.place, 'variants')}
            variants={step.variants}
            pack={rest.pack}
            onChange={(variants) => onChange({ ...step, variants })}
          />
        </>
      );
    case 'do':
      return (
        <>
          <ActionFields {...rest} step={step} onChange={onChange} />
          <Spoken {...rest} step={step} onChange={onChange} />
        </>
      );
    case 'branch':
      return <BranchFields {...rest} step={step} onChange={onChange} />;
  }
}

/** What words and deeds have in common. */
function Spoken<S extends SayStep | DoStep>({ place, step, pack, situation, onChange }: StepFieldsProps<S>) {
  return (
    <>
      <WaitFields
        place={into(place, 'wait')}
        value={step.wait}
        onChange={(wait) => onChange({ ...step, wait })}
      />
      <div class="lead-row">
        <TickField
          place={into(place, 'mandatory')}
          label={i18n.t('lead.stepMandatory')}
          value={step.mandatory}
          onChange={(mandatory) => onChange({ ...step, mandatory })}
        />
        <TargetField
          place={into(place, 'next')}
          label={i18n.t('lead.then')}
          value={step.next}
          pack={pack}
          situation={situation}
          mayFollow
          onChange={(next) => onChange({ ...step, next })}
        />
      </div>
    </>
  );
}

type WorkOrderDue = NonNullable<DoStep['due']>;

const SITUATION_CLOCK = word('按场景的后续', '依情境的後續', 'as the situation’s follow-up says');

function ActionFields({ place, step, pack, onChange }: StepFieldsProps<DoStep>) {
  const { language } = place;
  const dials =
    step.action === 'transfer' || step.action === 'call-supervisor' || step.action === 'call-back';
  return (
    <>
      <PickField
        place={into(place, 'action')}
        label={i18n.t('lead.action')}
        value={step.action}
        choices={picksOf(actionSchema.options, ACTION_WORDS, language)}
        onPick={(action) => onChange({ ...step, action })}
      />
      <LocalizedField
        place={into(place, 'text')}
        label={i18n.t('lead.doText')}
        value={step.text}
        onChange={(text) => onChange({ ...step, text })}
      />
      {dials && (
        <DirectoryPick
          place={into(place, 'transferTo')}
          label={i18n.t('lead.dials')}
          value={step.transferTo}
          directory={pack.directory}
          onChange={(transferTo) => onChange({ ...step, transferTo })}
        />
      )}
      {step.action === 'work-order' && (
        <PickField<WorkOrderDue | 'usual'>
          place={into(place, 'due')}
          label={i18n.t('lead.orderDue')}
          value={step.due ?? 'usual'}
          choices={picksOf(
            ['usual', ...workOrderDueSchema.options],
            { usual: SITUATION_CLOCK, ...DUE_WORDS },
            language,
          )}
          onPick={(due) => onChange({ ...step, due: due === 'usual' ? undefined : due })}
        />
      )}
    </>
  );
}
