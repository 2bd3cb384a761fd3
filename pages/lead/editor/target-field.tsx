import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Situation } from '../../../contract/pack/situation.ts';
import type { Target } from '../../../contract/pack/step.ts';
import { textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place, problemsAt } from '../fields/place.ts';
import { ProblemNotes } from '../fields/problem-notes.tsx';

interface TargetFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: Target | undefined;
  readonly pack: Pack;
  readonly situation: Situation;
  /** Where going on to the following step needs no word in the pack. */
  readonly mayFollow: boolean;
  readonly onChange: (target: Target | undefined) => void;
}

const FOLLOWING = 'following';

/** Where a script goes on: each step and situation by the name that a reader knows. */
export function TargetField(props: TargetFieldProps) {
  const { place, label, value, pack, situation, mayFollow, onChange } = props;
  const { language } = place;
  const choices: { id: string; label: string; target: Target | undefined }[] = [
    ...(mayFollow ? [{ id: FOLLOWING, label: i18n.t('lead.toFollowing'), target: undefined }] : []),
    { id: 'end', label: i18n.t('lead.toEnd'), target: { kind: 'end' } },
    ...situation.steps.map(({ id, text }, n) => ({
      id: `step ${id}`,
      label: i18n.t('lead.toStep', { step: n + 1, text: shortened(textOr(text, language)) }),
      target: { kind: 'step', step: id } as const,
    })),
    ...pack.situations
      .filter(({ id }) => id !== situation.id)
      .map(({ id, title }) => ({
        id: `situation ${id}`,
        label: i18n.t('lead.toSituation', { title: textOr(title, language) }),
        target: { kind: 'situation', situation: id } as const,
      })),
  ];
  const named = value === undefined || value.kind === 'end' ? [] : [value.kind];
  const inner = into(place, ...named);
  return (
    <div>
      <PickField
        place={place}
        label={label}
        value={idOf(value)}
        choices={choices}
        onPick={(id) => onChange(choices.find((choice) => choice.id === id)?.target)}
      />
      {named.length > 0 && problemsAt(inner).length > 0 && <ProblemNotes place={inner} />}
    </div>
  );
}

function idOf(target: Target | undefined): string {
  if (target === undefined) return FOLLOWING;
  switch (target.kind) {
    case 'end':
      return 'end';
    case 'step':
      return `step ${target.step}`;
    case 'situation':
      return `situation ${target.situation}`;
  }
}

function shortened(text: string): string {
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}
