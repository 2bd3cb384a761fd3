import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Situation } from '../../../contract/pack/situation.ts';
import type { Step } from '../../../contract/pack/step.ts';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, textOr } from '../fields/localized-field.tsx';
import type { Place } from '../fields/place.ts';
import { STEP_KIND_WORDS } from '../words/situation-words.ts';
import { freshId } from './fresh-id.ts';
import { StepFields } from './step-fields.tsx';

interface StepListProps {
  readonly place: Place;
  readonly situation: Situation;
  readonly pack: Pack;
  readonly onChange: (steps: Step[]) => void;
  readonly onStep: (step: string) => void;
}

/** The steps of a situation in their order, each as a form. */
export function StepList({ place, situation, pack, onChange, onStep }: StepListProps) {
  const { steps } = situation;
  return (
    <EditList
      place={place}
      items={steps}
      onChange={onChange}
      onEnter={({ id }) => onStep(id)}
      name={(n) => i18n.t('lead.nthStep', { n: n + 1 })}
      head={(step, n) => (
        <>
          <span class={`step-verb step-verb--${step.kind}`}>
            {n + 1} {STEP_KIND_WORDS[step.kind][place.language]}
          </span>
          {textOr(step.text, place.language)}
        </>
      )}
      body={(step, here, change) => (
        <StepFields place={here} step={step} pack={pack} situation={situation} onChange={change} />
      )}
      adds={[
        { words: i18n.t('lead.addSay'), make: () => newStep('say', steps) },
        { words: i18n.t('lead.addDo'), make: () => newStep('do', steps) },
        { words: i18n.t('lead.addAsk'), make: () => newStep('branch', steps) },
      ]}
    />
  );
}

export function newStep(kind: Step['kind'], steps: readonly Step[]): Step {
  const id = freshId('step', steps);
  switch (kind) {
    case 'say':
      return { kind, id, mandatory: false, text: BLANK_TEXT, variants: [] };
    case 'do':
      return { kind, id, mandatory: false, action: 'listen', text: BLANK_TEXT };
    case 'branch': {
      const end = { kind: 'end' } as const;
      return {
        kind,
        id,
        text: BLANK_TEXT,
        options: [
          { id: 'option-1', label: BLANK_TEXT, to: end },
          { id: 'option-2', label: BLANK_TEXT, to: end },
        ],
      };
    }
  }
}
