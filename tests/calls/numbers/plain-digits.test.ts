import { describe, expect, it } from 'vitest';
import { plainDigits, readCount } from '../../../calls/numbers/plain-digits.ts';

describe('digits of every width are digits', () => {
  it.each([
    ['２０２６－１１－３０', '2026-11-30'],
    ['０９：３０', '09:30'],
    ['１，２９９．５０', '1,299.50'],
    ['＋８６１３９００００１２３４', '+8613900001234'],
    ['٠٢٨٣ ۰۲۸۳', '0283 0283'],
    ['张三，３号柜', '张三,3号柜'],
    ['第１２排', '第12排'],
    ['保修一年', '保修一年'],
  ])('%s is %s', (typed, plain) => {
    expect(plainDigits(typed)).toBe(plain);
  });

  it.each([
    ['３６５', 365],
    [' ９０ ', 90],
    ['0', 0],
    ['', null],
    ['十', null],
    ['-1', null],
    ['１．５', null],
    ['1e3', null],
    ['9999999999', null],
  ])('%j counts as %j', (typed, count) => {
    expect(readCount(typed)).toBe(count);
  });
});
