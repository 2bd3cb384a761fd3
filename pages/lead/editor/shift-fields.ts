import type { EditorFields } from '../../../contract/pack/editor-field.ts';
import type { ShiftRules } from '../../../contract/pack/shift.ts';
import { BLANK_TEXT, textOr } from '../fields/localized-field.tsx';

export const SHIFT_FIELDS: EditorFields<ShiftRules> = {
  breaks: {
    kind: 'list',
    part: 'lead.form.breaks',
    why: 'lead.form.breaksWhy',
    nth: 'lead.form.nthBreak',
    head: ({ title }, language) => textOr(title, language),
    add: [{ words: 'lead.form.addBreak', blank: { id: 'break', title: BLANK_TEXT, minutes: 10 } }],
    item: {
      kind: 'group',
      fields: {
        title: { kind: 'localized', label: 'lead.entryName' },
        minutes: { kind: 'number', label: 'lead.form.breakMinutes', unit: 'lead.unit.minutes' },
      },
    },
  },
  begins: {
    kind: 'list',
    part: 'lead.form.shiftBegins',
    why: 'lead.form.shiftBeginsWhy',
    nth: 'lead.form.nthShift',
    add: [{ words: 'lead.form.addShift', blank: '08:00' }],
    item: { kind: 'text', digits: true },
  },
  wrapUpSeconds: {
    kind: 'number',
    label: 'lead.form.wrapUp',
    unit: 'lead.unit.seconds',
    part: 'lead.form.shiftEnds',
  },
  longestHours: { kind: 'number', label: 'lead.form.longestShift', unit: 'lead.unit.hours' },
};
