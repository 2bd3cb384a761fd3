import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import { hangUpRuleSchema, type Situation, situationGroupSchema } from '../../../contract/pack/situation.ts';
import { EditList } from '../fields/edit-list.tsx';
import { LineField } from '../fields/line-field.tsx';
import { BLANK_TEXT, LocalizedField } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { WordsField } from '../fields/words-field.tsx';
import { GROUP_WORDS, HANG_UP_WORDS } from '../words/situation-words.ts';
import { picksOf } from '../words/word.ts';
import { FollowUpFields } from './follow-up-fields.tsx';
import { FormPart } from './form-part.tsx';
import { StepList } from './step-list.tsx';
import { TechniqueTicks } from './technique-ticks.tsx';
import { TriggerList } from './trigger-list.tsx';

interface SituationFormProps {
  readonly place: Place;
  readonly situation: Situation;
  readonly pack: Pack;
  readonly onChange: (situation: Situation) => void;
  /** The person works in this step now: the preview goes there. */
  readonly onStep: (step: string) => void;
}

/** Everything of one situation, in the order in which a lead thinks of it. */
export function SituationForm({ place, situation, pack, onChange, onStep }: SituationFormProps) {
  const { language } = place;
  const change = (more: Partial<Situation>) => onChange({ ...situation, ...more });
  return (
    <div class="lead-form">
      <FormPart title={i18n.t('lead.basics')}>
        <LocalizedField
          place={into(place, 'title')}
          label={i18n.t('lead.titleText')}
          value={situation.title}
          onChange={(title) => change({ title })}
        />
        <div class="lead-row">
          <PickField
            place={into(place, 'group')}
            label={i18n.t('lead.groupLabel')}
            value={situation.group}
            choices={picksOf(situationGroupSchema.options, GROUP_WORDS, language)}
            onPick={(group) => change({ group })}
          />
          <PickField
            place={into(place, 'hangUp')}
            label={i18n.t('lead.hangUp')}
            value={situation.hangUp}
            choices={picksOf(hangUpRuleSchema.options, HANG_UP_WORDS, language)}
            onPick={(hangUp) => change({ hangUp })}
          />
          <LineField
            place={into(place, 'handbook')}
            label={i18n.t('lead.handbook')}
            value={situation.handbook}
            onChange={(handbook) => change({ handbook })}
          />
        </div>
        <WordsField
          place={into(place, 'tags')}
          label={i18n.t('lead.tags')}
          value={situation.tags}
          onChange={(tags) => change({ tags })}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.triggers')} why={i18n.t('lead.triggersWhy')}>
        <TriggerList
          place={into(place, 'triggers')}
          triggers={situation.triggers}
          pack={pack}
          onChange={(triggers) => change({ triggers })}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.steps')} why={i18n.t('lead.stepsWhy')}>
        <StepList
          place={into(place, 'steps')}
          situation={situation}
          pack={pack}
          onChange={(steps) => change({ steps })}
          onStep={onStep}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.prohibitions')} why={i18n.t('lead.prohibitionsWhy')}>
        <EditList
          place={into(place, 'prohibitions')}
          items={situation.prohibitions}
          onChange={(prohibitions) => change({ prohibitions })}
          name={(n) => i18n.t('lead.nthProhibition', { n: n + 1 })}
          body={(text, here, changed, n) => (
            <LocalizedField
              place={here}
              label={i18n.t('lead.nthProhibition', { n: n + 1 })}
              value={text}
              onChange={changed}
            />
          )}
          adds={[{ words: i18n.t('lead.addProhibition'), make: () => BLANK_TEXT }]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.followUp')} why={i18n.t('lead.followUpWhy')}>
        <FollowUpFields
          place={into(place, 'followUp')}
          value={situation.followUp}
          pack={pack}
          onChange={(followUp) => change({ followUp })}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.techniques')} why={i18n.t('lead.techniquesWhy')}>
        <TechniqueTicks
          place={into(place, 'techniques')}
          chosen={situation.techniques}
          cards={pack.techniques}
          onChange={(techniques) => change({ techniques })}
        />
      </FormPart>
    </div>
  );
}
