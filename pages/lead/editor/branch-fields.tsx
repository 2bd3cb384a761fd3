import { i18n } from '#i18n';
import type { BranchStep } from '../../../contract/pack/step.ts';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, LocalizedField, textOr } from '../fields/localized-field.tsx';
import { into } from '../fields/place.ts';
import { freshId } from './fresh-id.ts';
import type { StepFieldsProps } from './step-fields-props.ts';
import { TargetField } from './target-field.tsx';

/** A question to the agent about what the caller said, and where each answer leads. */
export function BranchFields({ place, step, pack, situation, onChange }: StepFieldsProps<BranchStep>) {
  return (
    <>
      <LocalizedField
        place={into(place, 'text')}
        label={i18n.t('lead.askText')}
        value={step.text}
        onChange={(text) => onChange({ ...step, text })}
      />
      <EditList<BranchStep['options'][number]>
        place={into(place, 'options')}
        items={step.options}
        onChange={(options) => onChange({ ...step, options })}
        name={(n) => i18n.t('lead.nthAnswer', { n: n + 1 })}
        head={({ label }) => textOr(label, place.language)}
        body={(option, here, change) => (
          <>
            <LocalizedField
              place={into(here, 'label')}
              label={i18n.t('lead.answerLabel')}
              value={option.label}
              onChange={(label) => change({ ...option, label })}
            />
            <TargetField
              place={into(here, 'to')}
              label={i18n.t('lead.then')}
              value={option.to}
              pack={pack}
              situation={situation}
              mayFollow={false}
              onChange={(to) => change({ ...option, to: to ?? { kind: 'end' } })}
            />
          </>
        )}
        adds={[
          {
            words: i18n.t('lead.addAnswer'),
            make: () => ({ id: freshId('option', step.options), label: BLANK_TEXT, to: { kind: 'end' } }),
          },
        ]}
      />
    </>
  );
}
