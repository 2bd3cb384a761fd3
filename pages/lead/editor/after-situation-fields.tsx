import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { AfterSituationTrigger } from '../../../contract/triggers/after-situation.ts';
import { textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';

interface AfterSituationProps {
  readonly place: Place;
  readonly trigger: AfterSituationTrigger;
  readonly pack: Pack;
  readonly onChange: (trigger: AfterSituationTrigger) => void;
}

/** Which situation went before, and whether its end counts or one step of it. */
export function AfterSituation({ place, trigger, pack, onChange }: AfterSituationProps) {
  const { language } = place;
  const before = pack.situations.find(({ id }) => id === trigger.situation);
  return (
    <>
      <PickField
        place={into(place, 'situation')}
        label={i18n.t('lead.afterSituation')}
        value={trigger.situation}
        choices={pack.situations.map(({ id, title }) => ({ id, label: textOr(title, language) }))}
        onPick={(situation) => onChange({ ...trigger, situation, step: undefined })}
      />
      <PickField
        place={into(place, 'step')}
        label={i18n.t('lead.afterStep')}
        value={trigger.step ?? ''}
        choices={[
          { id: '', label: i18n.t('lead.whenFinished') },
          ...(before?.steps ?? []).map(({ id, text }, n) => ({
            id,
            label: i18n.t('lead.toStep', { step: n + 1, text: textOr(text, language) }),
          })),
        ]}
        onPick={(step) => onChange({ ...trigger, step: step === '' ? undefined : step })}
      />
    </>
  );
}
