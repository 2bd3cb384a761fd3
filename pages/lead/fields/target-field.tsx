import { i18n } from '#i18n';
import type { Target } from '../../../contract/pack/step.ts';
import { textOr } from './localized-field.tsx';
import { PickField } from './pick-field.tsx';
import { into, type Place, problemsAt } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';

interface TargetFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: Target | undefined;
  /** Words for the following step, where the target may be left out. */
  readonly following?: string;
  readonly onChange: (target: Target | undefined) => void;
}

interface TargetChoice {
  readonly id: string;
  readonly label: string;
  readonly target: Target | undefined;
}

/** Where a script goes on: the following step, the end, a step of this situation or another situation. */
export function TargetField({ place, label, value, following, onChange }: TargetFieldProps) {
  const choices = [
    ...(following === undefined ? [] : [{ id: '', label: following, target: undefined }]),
    ...targetsAt(place),
  ];
  // A problem with the id stands at the key inside the target.
  const inner = value === undefined || value.kind === 'end' ? null : into(place, value.kind);
  return (
    <div>
      <PickField
        place={place}
        label={label}
        value={idOf(value)}
        choices={choices}
        onPick={(id) => onChange(choices.find((choice) => choice.id === id)?.target)}
      />
      {inner !== null && problemsAt(inner).length > 0 && <ProblemNotes place={inner} />}
    </div>
  );
}

/** `situations.N…`: the targets of the situation in which the place lies. */
function targetsAt({ path, pack, language }: Place): readonly TargetChoice[] {
  const [, n] = path;
  const situation = typeof n === 'number' ? pack.situations[n] : undefined;
  return [
    { id: 'end', label: i18n.t('lead.toEnd'), target: { kind: 'end' } },
    ...(situation?.steps ?? []).map(
      ({ id, text }, at): TargetChoice => ({
        id: `step ${id}`,
        label: i18n.t('lead.toStep', { step: at + 1, text: shortened(textOr(text, language)) }),
        target: { kind: 'step', step: id },
      }),
    ),
    ...pack.situations
      .filter(({ id }) => id !== situation?.id)
      .map(
        ({ id, title }): TargetChoice => ({
          id: `situation ${id}`,
          label: i18n.t('lead.toSituation', { title: textOr(title, language) }),
          target: { kind: 'situation', situation: id },
        }),
      ),
  ];
}

function idOf(target: Target | undefined): string {
  if (target === undefined) return '';
  switch (target.kind) {
    case 'end':
      return 'end';
    case 'step':
      return `step ${target.step}`;
    case 'situation':
      return `situation ${target.situation}`;
  }
}

export function isTarget(value: unknown): value is Target {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Reflect.get(value, 'kind');
  return kind === 'end' || (typeof kind === 'string' && typeof Reflect.get(value, kind) === 'string');
}

function shortened(text: string): string {
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}
