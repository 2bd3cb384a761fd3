import { describe, expect, it } from 'vitest';
import { namedNumbers } from '../../contract/numbers/named-numbers.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { formsNamedIn, redact } from '../../contract/numbers/redact.ts';

const FORM = '13900005678';
const isMeant = (form: string) => form === FORM;
const of = (text: string) => redact(text, { isMeant });

describe('a number in a text', () => {
  it.each([
    ['+86 139 0000 5678', '█'],
    ['013900005678', '█'],
    ['0139-0000-5678', '█'],
    ['008613900005678', '█'],
    ['０１３９００００５６７８', '█'],
    ['１３９ ００００ ５６７８', '█'],
    ['幺三九零零零零五六七八', '█'],
    ['一三九，〇〇〇〇，五六七八', '█'],
    ['壹叁玖零零零零伍陆柒捌', '█'],
    ['①③⑨⓪⓪⓪⓪⑤⑥⑦⑧', '█'],
    ['139\n0000\u200b5678', '█'],
    ['电话13900005678，请回', '电话█，请回'],
    ['13900005678、13900001234', '█、13900001234'],
    ['13900001234 13900005678', '13900001234 █'],
    ['10月3日139 0000 5678两点', '10月3日█两点'],
    ['（+86）139 0000 5678', '（█'],
    ['sip-13900005678@pbx.example', 'sip-█@pbx.example'],
  ])('%s is found however it is written', (text, redacted) => {
    expect(of(text)).toBe(redacted);
  });

  it('other numbers, short ones and dates stay', () => {
    for (const text of ['13900005679', '2026-11-30', '订单 20261130', '10086', '5678', ''])
      expect(of(text)).toBe(text);
  });

  it('a short number is only found where it stands alone', () => {
    const short = (text: string) => redact(text, { isMeant: (form) => form === '55550101' });
    expect(short('拨 5555 0101')).toBe('拨 █');
    expect(short('1355550101234')).toBe('1355550101234');
  });

  it('is among the forms that are looked up, in the form by which it is erased', () => {
    for (const text of ['+86 139 0000 5678', '0086 139 0000 5678', '0139 0000 5678', '+852 6123 4567'])
      expect(namedNumbers(text).map(({ form }) => form)).toContain(numberForm(text));
  });
});

describe('a record', () => {
  it('loses the number in its fields with the name beside it, and in its texts with the name', () => {
    const names = ['欧阳'];
    const party = { number: '+86 139 0000 5678', displayName: '欧阳女士' };
    expect(
      redact({ id: FORM, originalTarget: party, texts: ['欧阳 13900005678', '欧阳'] }, { isMeant, names }),
    ).toEqual({ id: FORM, originalTarget: { number: '', displayName: '' }, texts: ['█ █', '欧阳'] });
  });

  it('that does not name it stays the same object', () => {
    const record = { number: '13900001234', texts: ['10086'], n: 1, none: null };
    expect(redact(record, { isMeant })).toBe(record);
  });

  it('has one number in a field of numbers, and every number that it may name in a text', () => {
    expect(formsNamedIn({ number: '021 5555 0101' })).toEqual(['2155550101']);
    const record = { number: '021 5555 0101', text: '或 139 0000 5678', id: '13900001234' };
    expect(formsNamedIn(record)).toEqual(expect.arrayContaining(['2155550101', FORM]));
    expect(formsNamedIn(record)).not.toContain('13900001234');
  });
});
