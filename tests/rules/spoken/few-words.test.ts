import { expect, test } from 'vitest';
import { fewWords } from '../../../rules/spoken/few-words.ts';

test.each([
  ['冰箱不制冷', '冰箱不制冷'],
  ['冰箱不制冷，维修后还是一样。催了两次', '冰箱不制冷'],
  ['  发票抬头开错\n要重开', '发票抬头开错'],
  ['The fridge does not cool, second call', 'The fridge does not cool'],
  ['v2.1 update fails. Again', 'v2.1 update fails'],
  ['', ''],
  ['。。。', ''],
  ['13900001234', ''],
  ['王', ''],
  ['客户说昨天上午在城东门店买的那台双开门冰箱送到家以后一直不制冷', ''],
])('%j is said as %j', (written, said) => {
  expect(fewWords(written)).toBe(said);
});
