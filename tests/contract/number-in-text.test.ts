import { expect, test } from 'vitest';
import { parsePageMessage } from '../../contract/messages/dial-request.ts';
import { numberInText, numberOfTelLink } from '../../contract/numbers/number-in-text.ts';

test('a selected number, however it is set', () => {
  const written: [string, string][] = [
    [' +86 139-0000-1234 ', '+8613900001234'],
    ['(021) 0000 1234', '02100001234'],
    ['１３９００００１２３４', '13900001234'],
    ['95000', '95000'],
    ['\u202D139\u00A00000\u00A01234\u202C', '13900001234'],
  ];
  for (const [text, number] of written) expect(numberInText(text)).toBe(number);
});

test('no number: a price, a date with words, two numbers, a sentence, code', () => {
  const others = [
    '12',
    '¥ 1,299',
    '订单 0417 号',
    '13900001234, 13900001235',
    'abc',
    '',
    '+',
    '1'.repeat(21),
  ];
  for (const text of others) expect(numberInText(text)).toBeNull();
  expect(numberInText(`139 0000 1234${' '.repeat(100)}1`)).toBeNull();
});

test('an extension stays apart from the number', () => {
  for (const text of ['021-00001234转801', '021-00001234 ext. 801', '021-00001234-801', '021-00001234#801'])
    expect(numberInText(text)).toBe('02100001234;ext=801');
});

test('tel links: the number, and the extension apart from it', () => {
  expect(numberOfTelLink('tel:+86-139-0000-1234')).toBe('+8613900001234');
  expect(numberOfTelLink('callto:+86-139-0000-1234')).toBe('+8613900001234');
  expect(numberOfTelLink('TEL:%2B8613900001234;npdi;ext=12')).toBe('+8613900001234;ext=12');
  expect(numberOfTelLink('tel:13900001234;phone-context=+86')).toBe('+8613900001234');
  for (const href of ['tel:', 'tel:%', 'sip:8001@example.com', 'https://example.com/tel:1390000'])
    expect(numberOfTelLink(href)).toBeNull();
});

test('of what a page says, only a number is heard', () => {
  expect(parsePageMessage({ to: 'dial', number: '139 0000 1234' })).toBe('13900001234');
  const lies: unknown[] = [
    null,
    'dial',
    { to: 'dial' },
    { to: 'dial', number: 13900001234 },
    { to: 'dial', number: '<img src=x onerror=alert(1)>' },
    { to: 'dial', number: 'sip:evil@example.com' },
    { to: 'dial', number: '13900001234', and: 'more' },
    { to: 'background', kind: 'session-get', key: 'vault' },
  ];
  for (const lie of lies) expect(parsePageMessage(lie)).toBeNull();
});
