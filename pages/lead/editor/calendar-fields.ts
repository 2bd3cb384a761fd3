import type { Calendar } from '../../../contract/pack/calendar.ts';
import type { EditorFields } from '../../../contract/pack/editor-field.ts';
import { BLANK_TEXT, textOr } from '../fields/localized-field.tsx';
import { WEEKDAYS, WEEKLY_SPANS } from './clock-span-fields.ts';

/** Promises in working hours and working days are counted by this calendar. */
export const CALENDAR_FIELDS: EditorFields<Calendar> = {
  hours: { ...WEEKLY_SPANS, part: 'lead.form.workingHours', why: 'lead.form.workingHoursWhy' },
  holidays: {
    kind: 'list',
    part: 'lead.form.holidays',
    nth: 'lead.form.nthHoliday',
    head: ({ name, from, to }, language) => `${textOr(name, language)} ${from} – ${to}`,
    add: [{ words: 'lead.form.addHoliday', blank: { name: BLANK_TEXT, from: '', to: '' } }],
    item: {
      kind: 'group',
      fields: {
        name: { kind: 'localized', label: 'lead.entryName' },
        from: { kind: 'day', label: 'lead.form.firstDay' },
        to: { kind: 'day', label: 'lead.form.lastDay' },
      },
    },
  },
  shifted: {
    kind: 'list',
    part: 'lead.form.shifted',
    why: 'lead.form.shiftedWhy',
    nth: 'lead.form.nthDay',
    add: [{ words: 'lead.form.addDay', blank: { day: '', as: 'mon' } }],
    item: {
      kind: 'group',
      fields: {
        day: { kind: 'day', label: 'lead.form.workedDay' },
        as: { kind: 'choice', label: 'lead.form.workedAs', choices: WEEKDAYS },
      },
    },
  },
};
