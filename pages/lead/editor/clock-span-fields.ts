import type { ClockSpan } from '../../../contract/pack/clock-time.ts';
import type { WeeklySpan } from '../../../contract/pack/directory.ts';
import type { EditorField, EditorFields } from '../../../contract/pack/editor-field.ts';

/**
 * Times are text, because 24:00 is the end of a day and a browser's time control does not accept
 * it.
 */
export const CLOCK_SPAN: EditorFields<ClockSpan> = {
  from: { kind: 'text', digits: true, label: 'lead.from' },
  to: { kind: 'text', digits: true, label: 'lead.to' },
};

export const WEEKDAYS = {
  mon: 'lead.weekday.mon',
  tue: 'lead.weekday.tue',
  wed: 'lead.weekday.wed',
  thu: 'lead.weekday.thu',
  fri: 'lead.weekday.fri',
  sat: 'lead.weekday.sat',
  sun: 'lead.weekday.sun',
} as const;

export const OFFICE_HOURS: WeeklySpan = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '18:00',
};

/** Hours on some days of the week. */
export const WEEKLY_SPANS: EditorField<WeeklySpan[]> = {
  kind: 'list',
  nth: 'lead.nthSpan',
  add: [{ words: 'lead.addSpan', blank: OFFICE_HOURS }],
  item: {
    kind: 'group',
    fields: { days: { kind: 'choices', label: 'lead.weekdays', choices: WEEKDAYS }, ...CLOCK_SPAN },
  },
};
