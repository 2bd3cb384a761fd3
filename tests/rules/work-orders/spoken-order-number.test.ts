import { expect, it } from 'vitest';
import { matchOrderNumber } from '../../../contract/team/order-number.ts';
import { wordsOf } from '../../../contract/words.ts';
import { spokenOrderNumber } from '../../../rules/work-orders/spoken-order-number.ts';
import { messagesOf } from '../../../tools/gallery/i18n.ts';

const wordsIn = (locale: string) => {
  const messages = messagesOf(locale);
  return wordsOf((key) => messages.get(key));
};

it.each([
  ['zh_CN', '3-270105-AF-12', '3组，27年1月5日，A F，第12号'],
  ['zh_TW', '3-270105-AF-12', '3組，27年1月5日，A F，第12號'],
  ['en', '3-270105-AF-12', 'team 3, year 27, month 1, day 5, A F, number 12'],
  ['zh_CN', '0-261130-4837-2915-0617', '26年11月30日，4 8 3 7，2 9 1 5，0 6 1 7'],
])('%s reads %s', (locale, number, spoken) => {
  expect(spokenOrderNumber(number, wordsIn(locale))).toBe(spoken);
});

it('what is read out in Chinese finds the order when it is typed', () => {
  for (const locale of ['zh_CN', 'zh_TW']) {
    const spoken = spokenOrderNumber('31-261203-AFH-7', wordsIn(locale)) ?? '';
    expect(matchOrderNumber('31-261203-AFH-7', spoken)).toBe('whole');
  }
});

it('a text that is no order number is not read', () => {
  expect(spokenOrderNumber('<b>3</b>', wordsIn('zh_CN'))).toBeNull();
});
