import { i18n } from '#i18n';
import type { Courtesy } from '../../../contract/pack/courtesy.ts';
import type { EditorFields } from '../../../contract/pack/editor-field.ts';
import { BLANK_TEXT } from '../fields/localized-field.tsx';

export const COURTESY_FIELDS: EditorFields<Courtesy> = {
  words: {
    kind: 'list',
    part: 'lead.form.words',
    nth: 'lead.form.nthLine',
    add: [{ words: 'lead.form.addWords', blank: BLANK_TEXT }],
    item: { kind: 'localized' },
  },
  rules: {
    kind: 'list',
    part: 'lead.form.rules',
    nth: 'lead.form.nthLine',
    add: [{ words: 'lead.form.addRule', blank: { id: 'rule', text: BLANK_TEXT } }],
    item: { kind: 'group', fields: { text: { kind: 'localized', label: 'lead.form.ruleText' } } },
  },
  forbiddenPhrases: {
    kind: 'list',
    part: 'lead.form.forbidden',
    why: 'lead.form.forbiddenWhy',
    nth: 'lead.form.nthLine',
    head: ({ phrase }) => (phrase.trim() === '' ? i18n.t('lead.blank') : phrase),
    add: [{ words: 'lead.form.addPhrase', blank: { phrase: '', why: BLANK_TEXT } }],
    item: {
      kind: 'group',
      fields: {
        phrase: { kind: 'text', label: 'lead.form.phrase' },
        why: { kind: 'localized', label: 'lead.form.phraseWhy' },
      },
    },
  },
};
