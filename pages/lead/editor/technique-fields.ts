import type { EditorFields } from '../../../contract/pack/editor-field.ts';
import type { Technique } from '../../../contract/pack/technique.ts';
import { BLANK_TEXT } from '../fields/localized-field.tsx';

/** A card for handling a difficult caller. */
export const TECHNIQUE_FIELDS: EditorFields<Technique> = {
  title: { kind: 'localized', label: 'lead.titleText', part: 'lead.basics' },
  when: { kind: 'localized', label: 'lead.cardWhen' },
  how: { kind: 'localized', label: 'lead.cardHow' },
  handbook: { kind: 'text', label: 'lead.handbook' },
  sayings: {
    kind: 'list',
    part: 'lead.sayings',
    nth: 'lead.nthSaying',
    add: [{ words: 'lead.addSaying', blank: BLANK_TEXT }],
    item: { kind: 'localized' },
  },
  never: {
    kind: 'localized',
    label: 'lead.never',
    part: 'lead.prohibitions',
    optional: 'lead.hasNever',
  },
};
