import { i18n } from '#i18n';
import type { NamedSource } from '../../../contract/pack/editor-control.ts';
import type { LocalizedText } from '../../../contract/pack/localized-text.ts';
import { textOr } from './localized-field.tsx';
import type { Choice } from './pick-field.tsx';
import type { Place } from './place.ts';

/** The entries that a field at `place` can name; `beside`: the values next to it. */
export function namedChoices(from: NamedSource, place: Place, beside: unknown): readonly Choice[] {
  return SOURCES[from](place, beside);
}

const SOURCES: Readonly<Record<NamedSource, (place: Place, beside: unknown) => readonly Choice[]>> = {
  directory: ({ pack, language }) =>
    pack.directory.map(({ id, name, number }) => ({ id, label: `${textOr(name, language)} ${number}` })),
  breaks: ({ pack, language }) => titled(pack.shift.breaks, language),
  festivals: ({ pack, language }) => named(pack.festivals, language),
  situations: ({ pack, language }) => titled(pack.situations, language),
  techniques: ({ pack, language }) => titled(pack.techniques, language),
  owners: ({ pack, language }) => named(pack.workOrders.owners, language),
  'work-order-kinds': ({ pack, language }) => named(pack.workOrders.kinds, language),
  stages: (place) => named(workOrderKindAt(place)?.stages ?? [], place.language),
  deadlines: (place) => named(workOrderKindAt(place)?.deadlines ?? [], place.language),
  'steps-of-situation': ({ pack, language }, beside) => {
    const id: unknown =
      typeof beside === 'object' && beside !== null ? Reflect.get(beside, 'situation') : undefined;
    const steps = pack.situations.find((one) => one.id === id)?.steps ?? [];
    return steps.map((step, n) => ({
      id: step.id,
      label: i18n.t('lead.toStep', { step: n + 1, text: textOr(step.text, language) }),
    }));
  },
};

/** `workOrders.kinds.N…`: the kind in which the place lies. */
function workOrderKindAt({ path, pack }: Place) {
  const [, , n] = path;
  return typeof n === 'number' ? pack.workOrders.kinds[n] : undefined;
}

type Language = Place['language'];

function named(
  entries: readonly { readonly id: string; readonly name: LocalizedText }[],
  language: Language,
) {
  return entries.map(({ id, name }) => ({ id, label: textOr(name, language) }));
}

function titled(
  entries: readonly { readonly id: string; readonly title: LocalizedText }[],
  language: Language,
) {
  return entries.map(({ id, title }) => ({ id, label: textOr(title, language) }));
}
