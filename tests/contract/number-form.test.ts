import { expect, test } from 'vitest';
import { numberForm } from '../../contract/numbers/number-form.ts';

test.each([
  ['+8613900001234', '008613900001234', '8613900001234', '13900001234', '013900001234'],
  ['+86 139-0000-1234', '＋８６１３９００００１２３４', '\u202D13900001234\u202C', 'tel:+86-139-0000-1234'],
  ['13900001234;phone-context=+86', '+8613900001234;npdi', '+8613900001234;rn=+8613999999999;npdi'],
  ['13900001234;cpc=ordinary', '13900001234;isub=4', '13900001234:secret', '13900001234;cpc=a:secret'],
  [
    '%2B8613900001234',
    '%2b86-139-0000-1234',
    '13900001234;ext=801',
    '13900001234转801',
    '13900001234 ext. 8',
  ],
  ['sip:+8613900001234@pbx.example', 'sip:13900001234;phone-context=+86@pbx.example;user=phone'],
])('one person is found by %s and the like', (...spellings) => {
  for (const spelling of spellings.filter((one) => one !== undefined))
    expect(numberForm(spelling), spelling).toBe('13900001234');
});

test.each([
  '02120001234',
  '+862120001234',
  '20001234;phone-context=+8621',
  '+86 (021) 2000 1234',
  '(021)20001234-801',
])('a number of a town as %s', (spelling) => expect(numberForm(spelling)).toBe('2120001234'));

test.each(['anonymous', '', 'alice', '139****1234', '13900001234, 13900001235', '12:30', '%', '12'])(
  'nothing is found by %j',
  (signalled) => expect(numberForm(signalled)).toBeNull(),
);

test('a context that is a domain name only labels an extension', () => {
  expect(numberForm('8001;phone-context=pbx.example')).toBe('8001');
});
