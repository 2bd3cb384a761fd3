import { expect, test } from 'vitest';
import { spokenMoment } from '../../../rules/spoken/spoken-moment.ts';
import { wordsIn } from '../../../tools/words-in.ts';

/** 2026-11-23, a Monday, 09:30 in Beijing. */
const NOW = Date.UTC(2026, 10, 23, 1, 30);
const beijing = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute);

test.each([
  [beijing(23, 11), '今天上午十一点', '今天上午十一點', '11:00 today'],
  [beijing(23, 12, 20), '今天中午十二点二十分', '今天中午十二點二十分', '12:20 today'],
  [beijing(23, 14, 5), '今天下午两点零五分', '今天下午兩點零五分', '14:05 today'],
  [beijing(24, 0), '今天夜里十二点', '今天半夜十二點', '24:00 today'],
  [beijing(25, 0), '明天夜里十二点', '明天半夜十二點', '24:00 tomorrow'],
  [beijing(27, 0), '11月26日夜里十二点', '11月26日半夜十二點', '24:00 on 26 November'],
  [beijing(24, 0, 1), '明天凌晨十二点零一分', '明天凌晨十二點零一分', '00:01 tomorrow'],
  [beijing(24, 8), '明天早上八点', '明天早上八點', '08:00 tomorrow'],
  [beijing(24, 10), '明天上午十点', '明天上午十點', '10:00 tomorrow'],
  [beijing(25, 17, 45), '后天下午五点四十五分', '後天下午五點四十五分', '17:45 the day after tomorrow'],
  [beijing(26, 18, 30), '11月26日晚上六点半', '11月26日晚上六點半', '18:30 on 26 November'],
])('%d is said in three languages', (at, cn, tw, en) => {
  const said = (['zh-CN', 'zh-TW', 'en'] as const).map((language) =>
    spokenMoment(at, NOW, wordsIn(language), 480),
  );
  expect(said).toEqual([cn, tw, en]);
});

test('the day is that of the place, not of the machine', () => {
  expect(spokenMoment(Date.UTC(2026, 10, 23, 17), NOW, wordsIn('zh-CN'), 480)).toBe('明天凌晨一点');
  expect(spokenMoment(Date.UTC(2026, 10, 23, 17), NOW, wordsIn('zh-CN'), 0)).toBe('今天下午五点');
});
