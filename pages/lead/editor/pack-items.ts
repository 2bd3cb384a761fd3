import type { LocalizedText } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Situation } from '../../../contract/pack/situation.ts';
import type { Technique } from '../../../contract/pack/technique.ts';
import { freshId } from '../fields/blank-value.ts';
import { inLanguages } from '../fields/in-languages.ts';
import { BLANK_TEXT } from '../fields/localized-field.tsx';
import type { ItemSection } from '../scripts/scripts-view.ts';
import { NEW_SAY } from './step-fields.ts';

/** A pack with one more item, and the item's id. */
interface Grown {
  readonly pack: Pack;
  readonly id: string;
}

const NEW_SITUATION: Omit<Situation, 'id'> = {
  title: BLANK_TEXT,
  group: 'query',
  tags: [],
  handbook: '§2',
  triggers: [{ kind: 'picked' }],
  steps: [{ ...NEW_SAY, id: 'step-1' }],
  hangUp: 'caller-first',
  prohibitions: [],
  techniques: [],
};

const NEW_CARD: Omit<Technique, 'id'> = {
  title: BLANK_TEXT,
  handbook: '§3',
  when: BLANK_TEXT,
  how: BLANK_TEXT,
  sayings: [],
};

export function addItem(pack: Pack, section: ItemSection): Grown {
  return section === 'situations' ? withSituation(pack, NEW_SITUATION) : withCard(pack, NEW_CARD);
}

/** The same once more, under another name. Null if there is none by that id. */
export function copyItem(pack: Pack, section: ItemSection, id: string): Grown | null {
  if (section === 'situations') {
    const found = pack.situations.find((one) => one.id === id);
    return found === undefined ? null : withSituation(pack, { ...found, title: copyOf(found.title) });
  }
  const found = pack.techniques.find((one) => one.id === id);
  return found === undefined ? null : withCard(pack, { ...found, title: copyOf(found.title) });
}

/** References to it become problems of the draft. */
export function removeItem(pack: Pack, section: ItemSection, id: string): Pack {
  return section === 'situations'
    ? { ...pack, situations: pack.situations.filter((one) => one.id !== id) }
    : { ...pack, techniques: pack.techniques.filter((one) => one.id !== id) };
}

/**
 * Ids of the items in which `pack` differs from `base`. Items are compared by reference first, so
 * edits must keep the unchanged ones.
 */
export function changedItems(base: Pack, pack: Pack): ReadonlySet<string> {
  const known = new Map<string, unknown>(
    [...base.situations, ...base.techniques].map((one) => [one.id, one]),
  );
  return new Set(
    [...pack.situations, ...pack.techniques]
      .filter((one) => known.get(one.id) !== one && JSON.stringify(known.get(one.id)) !== JSON.stringify(one))
      .map(({ id }) => id),
  );
}

function withSituation(pack: Pack, more: Omit<Situation, 'id'>): Grown {
  const id = freshId('situation');
  const made = inLanguages({ ...more, id }, pack.languages);
  return { id, pack: { ...pack, situations: [...pack.situations, made] } };
}

function withCard(pack: Pack, more: Omit<Technique, 'id'>): Grown {
  const id = freshId('technique');
  const made = inLanguages({ ...more, id }, pack.languages);
  return { id, pack: { ...pack, techniques: [...pack.techniques, made] } };
}

function copyOf(title: LocalizedText): LocalizedText {
  const mark = (tag: string) => (tag.startsWith('zh') ? '（副本）' : ' (copy)');
  return Object.fromEntries(Object.entries(title).map(([tag, text]) => [tag, `${text}${mark(tag)}`]));
}
