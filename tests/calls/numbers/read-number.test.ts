import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../calls/numbers/read-number.ts';

const plain = (number: string) => ({ number, extension: null });

describe('a number as people write it', () => {
  test.each([
    ['13900001234', '13900001234'],
    ['+86 139-0000-1234', '+8613900001234'],
    ['0086 139 0000 1234', '008613900001234'],
    ['(010) 0000 0001', '01000000001'],
    ['139.0000.1234', '13900001234'],
    ['8001', '8001'],
    ['8', '8'],
    ['95000', '95000'],
    ['0711/123456', '0711123456'],
    ['0711 / 12 34 56', '0711123456'],
    ['+49 711/123456', '+49711123456'],
  ])('%s', (text, number) => expect(readNumber(text)).toEqual(plain(number)));

  test.each([
    ['full-width digits and sign', '＋８６１３９００００１２３４', '+8613900001234'],
    ['full-width digits in full-width brackets', '（＋８６）１３９００００１２３４', '+8613900001234'],
    ['bidi marks', '\u202D139\u00A00000\u00A01234\u202C', '13900001234'],
    ['isolates', '\u2066+86 139 0000 1234\u2069', '+8613900001234'],
    ['zero-width characters', '139\u200B0000\u200C12\uFEFF34\u2060', '13900001234'],
    ['soft hyphens', '139\u00AD0000\u00AD1234', '13900001234'],
    ['no-break and ideographic spaces', '139\u202F0000\u30001234', '13900001234'],
    ['an en dash', '021–00001234', '02100001234'],
    ['an em dash', '021—00001234', '02100001234'],
    ['a figure dash', '021‒00001234', '02100001234'],
    ['a no-break hyphen', '021\u201100001234', '02100001234'],
    ['a minus sign', '021−00001234', '02100001234'],
    ['a full-width hyphen', '021－00001234', '02100001234'],
    ['a horizontal bar', '021―00001234', '02100001234'],
    ['a long vowel mark', '03ー0000ー1234', '0300001234'],
    ['middle dots', '139·0000・1234', '13900001234'],
    ['full-width brackets', '（021）00001234', '02100001234'],
    ['lenticular brackets', '【021】0000 1234', '02100001234'],
    ['square brackets', '[021] 0000 1234', '02100001234'],
    ['Arabic-Indic digits', '٠٢١٠٠٠٠١٢٣٤', '02100001234'],
    ['Persian digits', '۰۲۱۰۰۰۰۱۲۳۴', '02100001234'],
    ['mathematical digits', '𝟏𝟑𝟗𝟎𝟎𝟎𝟎𝟏𝟐𝟑𝟒', '13900001234'],
    ['a label', '电话：139 0000 1234', '13900001234'],
    ['an English label', 'Tel.: +86 21 0000 1234', '+862100001234'],
    ['a telephone sign', '☎ 021-00001234', '02100001234'],
    ['a full stop at the end', '13900001234。', '13900001234'],
    ['tabs', '139\t0000\t1234', '13900001234'],
  ])('with %s', (_, text, number) => expect(readNumber(text)).toEqual(plain(number)));
});

describe('the trunk zero after a country code', () => {
  test.each([
    ['+49 (0)711 123456', '+49711123456'],
    ['+44(0)20 7946 0958', '+442079460958'],
    ['0049 (0) 711 123456', '0049711123456'],
    ['+86 (010) 0000 0001', '+861000000001'],
    ['+86-010-00000001', '+861000000001'],
    ['(+86)(0)10 0000 0001', '+861000000001'],
    ['+86（０）21 0000 1234', '+862100001234'],
  ])('is left out: %s', (text, number) => expect(readNumber(text)).toEqual(plain(number)));

  test.each([
    ['+39 (06) 0000 0000', '+390600000000'],
    ['+39 06 0000 0000', '+390600000000'],
    ['(0711) 123456', '0711123456'],
  ])('stays where it belongs to the number: %s', (text, number) =>
    expect(readNumber(text)).toEqual(plain(number)),
  );
});

describe('an extension is never part of the number', () => {
  test.each([
    '021-00001234转801',
    '021-00001234 轉 801',
    '021-00001234转分机801',
    '021-00001234（转801）',
    '021-00001234 分机 801',
    '021-00001234分机号：801',
    '021-00001234 ext. 801',
    '021-00001234ext801',
    '021-00001234 (ext 801)',
    '021-00001234 Extension 801',
    '021-00001234 x801',
    '021-00001234#801',
    '021-00001234 内线801',
    '021-00001234-801',
    '(021)00001234-801',
    '021 0000 1234 － 801',
    '02100001234,801',
    '02100001234,,801',
    '02100001234p801',
    '02100001234;801',
    '02100001234;ext=801',
    '021-0000-1234;ext=801',
    'tel:021-0000-1234;ext=801',
    '０２１－００００１２３４转８０１',
  ])('%s', (text) => expect(readNumber(text)).toEqual({ number: '02100001234', extension: '801' }));

  test.each([
    ['+86 21 0000 1234 转 801', '+862100001234'],
    ['+86-21-00001234-801', '+862100001234'],
    ['400-000-1234-801', '4000001234'],
    ['400-000-1234转801', '4000001234'],
    ['13900001234-801', '13900001234'],
    ['0571-00001234-801', '057100001234'],
    ['0999-0001234-801', '09990001234'],
  ])('%s', (text, number) => expect(readNumber(text)).toEqual({ number, extension: '801' }));
});

describe('a link', () => {
  test.each([
    ['tel:+86-139-0000-1234', '+8613900001234'],
    ['TEL:%2B8613900001234', '+8613900001234'],
    ['tel:+8613900001234;npdi;rn=+8613999999999', '+8613900001234'],
    ['tel:+8613900001234;isub=12%3B3;cpc=payphone', '+8613900001234'],
    ['tel:13900001234;phone-context=+86', '+8613900001234'],
    ['tel:20001234;phone-context=+8621', '+862120001234'],
    ['tel:20001234;PHONE-CONTEXT=+86-21', '+862120001234'],
    ['tel:02100001234;phone-context=+8621', '+862100001234'],
    ['tel:02100001234;phone-context=+86', '+862100001234'],
    ['tel:95000;phone-context=+86', '95000'],
    ['tel:110;phone-context=+8610', '110'],
    ['tel:8001;phone-context=pbx.example', '8001'],
    ['tel://13900001234', '13900001234'],
    ['callto:+86 139 0000 1234', '+8613900001234'],
    ['callto://+8613900001234', '+8613900001234'],
    ['sip:13900001234', '13900001234'],
    ['sip:+8613900001234@pbx.example', '+8613900001234'],
    ['sips:139-0000-1234@pbx.example;user=phone', '13900001234'],
    ['sip:13900001234;phone-context=+86@pbx.example;user=phone', '+8613900001234'],
    ['sip:+8613900001234:secret@pbx.example?subject=x', '+8613900001234'],
    ['<sip:+8613900001234@pbx.example>', '+8613900001234'],
  ])('%s', (text, number) => expect(readNumber(text)).toEqual(plain(number)));

  test.each(['tel:', 'tel:%', 'sip:8001@pbx.example', 'sip:alice@pbx.example', 'callto:alice', 'tel:+'])(
    'without a number that is the same everywhere: %s',
    (text) => expect(readNumber(text)).toBeNull(),
  );
});

test('service codes are dialled as they are typed', () => {
  for (const code of ['*43', '#31#', '*21*13900001234#', '8001#', '*97'])
    expect(readNumber(code)).toEqual(plain(code));
  expect(readNumber('＊４３')).toEqual(plain('*43'));
});

test('is not read in two numbers, words, lists or code', () => {
  const others = [
    ...['', '+', '()', 'abc', 'supervisor', '13900001234, 13900001235', '13900001234/13900001235'],
    ...['8001/8002', '13900001234、13900001235', '13900001234 13900001235', '¥ 1,299', '订单 0417 号'],
    ...['12:30', '1,299,000', '① 13900001234', '13900001234²', '++8613900001234', '139+0000', '1'.repeat(18)],
    ...['13900001234\n13900001235', '<b>13900001234</b>', '139****1234', '12'.repeat(200)],
  ];
  for (const text of others) expect(readNumber(text), text).toBeNull();
});

test('what is read has digits only, is bounded, and is read back as the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const read = readNumber(text);
      if (read === null) return;
      expect(read.number).toMatch(/^\+?[\d*#]{1,40}$/);
      expect(readNumber(read.number)?.number).toBe(read.number);
    }),
  );
});
