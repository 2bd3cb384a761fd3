import { expect, test } from 'vitest';
import type { WeeklySpan } from '../../../contract/pack/directory.ts';
import { spokenHours } from '../../../rules/spoken/spoken-hours.ts';
import { wordsIn } from '../../../tools/words-in.ts';

const said = (hours: readonly WeeklySpan[]) =>
  (['zh-CN', 'zh-TW', 'en'] as const).map((language) => spokenHours(hours, wordsIn(language)));

test('a working week, and a Saturday morning', () => {
  const week = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' } as const;
  expect(
    said([
      { ...week, days: [...week.days] },
      { days: ['sat'], from: '10:00', to: '12:00' },
    ]),
  ).toEqual([
    '周一到周五9:00到18:00，周六10:00到12:00',
    '週一到週五9:00到18:00，週六10:00到12:00',
    '09:00 to 18:00 Monday to Friday, 10:00 to 12:00 Saturday',
  ]);
});

test('days apart are named one by one; a service that never closes is open all day', () => {
  expect(said([{ days: ['wed', 'mon'], from: '13:30', to: '17:00' }])[0]).toBe('周一、周三13:30到17:00');
  expect(
    said([{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }]),
  ).toEqual(['每天全天', '每天全天', 'all day every day']);
  expect(said([])[0]).toBe('');
});
