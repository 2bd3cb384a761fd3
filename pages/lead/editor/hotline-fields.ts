import { i18n } from '#i18n';
import type { EditorField } from '../../../contract/pack/editor-field.ts';
import type { Hotline } from '../../../contract/pack/hotline.ts';
import { BLANK_TEXT, textOr } from '../fields/localized-field.tsx';
import { VARIANTS } from './variant-fields.ts';

/** Several hotlines of a team: the number that was dialled chooses name, greeting and scripts. */
export const HOTLINES: EditorField<Hotline[]> = {
  kind: 'list',
  nth: 'lead.form.nthHotline',
  head: ({ name, numbers }, language) =>
    `${textOr(name, language)} ${numbers.join(i18n.t('lead.listSeparator'))}`,
  add: [
    {
      words: 'lead.form.addHotline',
      blank: { id: 'hotline', name: BLANK_TEXT, numbers: [''], first: [], never: [] },
    },
  ],
  item: {
    kind: 'group',
    fields: {
      name: { kind: 'localized', label: 'lead.entryName' },
      numbers: {
        kind: 'list',
        part: 'lead.form.hotlineNumbers',
        why: 'lead.form.hotlineNumbersWhy',
        nth: 'lead.form.nthNumber',
        add: [{ words: 'lead.form.addNumber', blank: '' }],
        item: { kind: 'text', digits: true },
      },
      greeting: {
        kind: 'group',
        part: 'lead.form.hotlineGreeting',
        why: 'lead.form.hotlineGreetingWhy',
        blank: { text: BLANK_TEXT, variants: [] },
        present: { tick: 'lead.form.hotlineGreets' },
        fields: { text: { kind: 'localized', label: 'lead.sayText' }, variants: VARIANTS },
      },
      first: {
        kind: 'named-set',
        part: 'lead.form.hotlineScripts',
        label: 'lead.form.hotlineFirst',
        from: 'situations',
        fold: 'lead.form.hotlineScriptsFold',
      },
      never: { kind: 'named-set', label: 'lead.form.hotlineNever', from: 'situations' },
    },
  },
};
