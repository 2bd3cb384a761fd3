import { expect, test } from 'vitest';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import { numberForm } from '../../../contract/numbers/number-form.ts';

test.each([
  ...['anonymous', 'Anonymous', 'anonymous@anonymous.invalid', 'Anonymous@anonymous.invalid'],
  ...['sip:anonymous@anonymous.invalid', 'unavailable', 'Unavailable', 'unknown', 'UNKNOWN', 'Restricted'],
  ...['restricted', 'withheld', 'Withheld', 'private', 'Private', 'Private Number', 'No Caller ID', '', ' '],
  ...['Coverage', 'Unknown-Number', 'not available', 'Blocked', 'Out of Area', '0', '000000', '0000000000'],
  ...['+0', '-', '+', '\u200B', '\u202Eanonymous', '未知', '未知号码', '未知號碼', '隐藏号码', '隱藏號碼'],
  ...['匿名', '私人号码', '%E6%9C%AA%E7%9F%A5', 'ａｎｏｎｙｍｏｕｓ', '号码保密', 'anonymous;cpc=ordinary'],
])('%j says that there is no number', (signalled) => {
  expect(isWithheld(signalled)).toBe(true);
  expect(numberForm(signalled)).toBeNull();
});

test.each(['13900001234', '+8613900001234', '8001', '110', 'alice', 'privatebank', 'unknown1', '*43', '1'])(
  '%j does not',
  (signalled) => expect(isWithheld(signalled)).toBe(false),
);
