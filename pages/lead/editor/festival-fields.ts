import type { EditorField } from '../../../contract/pack/editor-field.ts';
import type { Festival } from '../../../contract/pack/festival.ts';
import { BLANK_TEXT, LANGUAGE_NAMES, textOr } from '../fields/localized-field.tsx';

/** Days on which the opening has a greeting. If two fall on one day, the upper one is used. */
export const FESTIVALS: EditorField<Festival[]> = {
  kind: 'list',
  nth: 'lead.form.nthFestival',
  head: ({ name }, language) => textOr(name, language),
  add: [
    {
      words: 'lead.form.addFestival',
      blank: {
        id: 'festival',
        name: BLANK_TEXT,
        begins: { by: 'year', day: '' },
        lasts: 1,
        greeting: BLANK_TEXT,
        languages: ['zh-CN', 'zh-TW'],
      },
    },
  ],
  item: {
    kind: 'group',
    fields: {
      name: { kind: 'localized', label: 'lead.entryName' },
      begins: {
        kind: 'variant',
        by: 'by',
        label: 'lead.form.begins',
        choices: { year: 'lead.form.everyYear', table: 'lead.form.otherDays' },
        blank: { year: { by: 'year', day: '' }, table: { by: 'table', days: [''] } },
        cases: {
          year: { day: { kind: 'text', digits: true, label: 'lead.form.yearlyDay' } },
          table: {
            days: {
              kind: 'list',
              nth: 'lead.form.nthDay',
              add: [{ words: 'lead.form.addDay', blank: '' }],
              item: { kind: 'day' },
            },
          },
        },
      },
      lasts: { kind: 'number', label: 'lead.form.lasts', unit: 'lead.unit.days' },
      greeting: { kind: 'localized', label: 'lead.form.greeting', optional: 'lead.form.greeted' },
      languages: { kind: 'choices', label: 'lead.form.keptBy', choices: LANGUAGE_NAMES },
    },
  },
};
