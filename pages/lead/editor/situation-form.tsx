import { i18n } from '#i18n';
import type { EditorFields } from '../../../contract/pack/editor-field.ts';
import type { Situation } from '../../../contract/pack/situation.ts';
import { FieldsOf } from '../fields/fields-of.tsx';
import { FormPart } from '../fields/form-part.tsx';
import { BLANK_TEXT } from '../fields/localized-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { FOLLOW_UP } from './follow-up-fields.ts';
import { SITUATION_GROUPS } from './situation-groups.ts';
import { STEPS } from './step-fields.ts';
import { TriggerList } from './trigger-list.tsx';

type Basics = Pick<Situation, 'title' | 'group' | 'hangUp' | 'handbook' | 'tags'>;

const BASICS: EditorFields<Basics> = {
  title: { kind: 'localized', label: 'lead.titleText', part: 'lead.basics' },
  group: {
    kind: 'choice',
    label: 'lead.groupLabel',
    choices: SITUATION_GROUPS,
  },
  hangUp: {
    kind: 'choice',
    label: 'lead.hangUp',
    choices: {
      'caller-first': 'lead.hangUpRule.callerFirst',
      'after-script': 'lead.hangUpRule.afterScript',
    },
  },
  handbook: { kind: 'text', label: 'lead.handbook' },
  tags: { kind: 'words', label: 'lead.tags' },
};

const SCRIPT: EditorFields<Omit<Situation, keyof Basics | 'triggers'>> = {
  steps: { ...STEPS, part: 'lead.steps', why: 'lead.stepsWhy' },
  prohibitions: {
    kind: 'list',
    part: 'lead.prohibitions',
    why: 'lead.prohibitionsWhy',
    nth: 'lead.nthProhibition',
    add: [{ words: 'lead.addProhibition', blank: BLANK_TEXT }],
    item: { kind: 'localized' },
  },
  followUp: { ...FOLLOW_UP, part: 'lead.followUp', why: 'lead.followUpWhy' },
  techniques: {
    kind: 'named-set',
    label: 'lead.techniques',
    from: 'techniques',
    part: 'lead.techniques',
    why: 'lead.techniquesWhy',
  },
};

interface SituationFormProps {
  readonly place: Place;
  readonly situation: Situation;
  readonly onChange: (situation: Situation) => void;
  /** The focus went into this step. */
  readonly onStep: (step: string) => void;
}

/** All of one situation, in the order in which a lead thinks of it. */
export function SituationForm({ place, situation, onChange, onStep }: SituationFormProps) {
  const change = (more: Partial<Situation>) => onChange({ ...situation, ...more });
  return (
    <div
      class="lead-form"
      onFocusCapture={({ target }) => {
        const step = stepOf(target, place, situation);
        if (step !== undefined) onStep(step.id);
      }}
    >
      <FieldsOf<Basics> place={place} value={situation} fields={BASICS} onChange={change} />
      <FormPart title={i18n.t('lead.triggers')} why={i18n.t('lead.triggersWhy')}>
        <TriggerList
          place={into(place, 'triggers')}
          triggers={situation.triggers}
          onChange={(triggers) => change({ triggers })}
        />
      </FormPart>
      <FieldsOf<Omit<Situation, keyof Basics | 'triggers'>>
        place={place}
        value={situation}
        fields={SCRIPT}
        onChange={change}
      />
    </div>
  );
}

/** The step in whose form `target` lies. */
function stepOf(target: EventTarget | null, { path }: Place, { steps }: Situation) {
  if (!(target instanceof Element)) return undefined;
  const name = target.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '';
  const inside = name.startsWith(`${path.join('.')}.`) ? name.split('.').slice(path.length) : [];
  return inside[0] === 'steps' ? steps[Number(inside[1])] : undefined;
}
