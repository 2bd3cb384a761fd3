import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { redact } from '../../contract/numbers/redact.ts';
import {
  lettersOf,
  matchOrderNumber,
  orderNumberSchema,
  orderSourceSchema,
  randomOrderNumber,
  readOrderNumber,
  writeOrderNumber,
} from '../../contract/team/order-number.ts';

const DAY = '2026-11-30';

describe('the letters of a device', () => {
  it('are another word for every place, short ones first', () => {
    const words = Array.from({ length: 5_000 }, (_, at) => lettersOf(at + 1));
    expect(new Set(words).size).toBe(5_000);
    expect(words.slice(0, 13).join('')).toBe('AFHKLMQRUWXYZ');
    expect(words.slice(13, 15)).toEqual(['AA', 'AF']);
    expect(words.every((letters) => v.is(orderSourceSchema, { team: 1, letters }))).toBe(true);
  });
});

describe('an order number', () => {
  it('has the team, the day, the letters and the count', () => {
    const number = writeOrderNumber({ team: 3, letters: 'AF' }, DAY, 12);
    expect(number).toBe('3-261130-AF-12');
    expect(readOrderNumber(number)).toEqual({ is: 'counted', day: DAY, team: 3, letters: 'AF', count: 12 });
  });

  it('of a device without letters is random, and is no number of a device with letters', () => {
    const numbers = Array.from({ length: 2_000 }, () => randomOrderNumber(DAY));
    expect(new Set(numbers).size).toBe(2_000);
    for (const number of numbers) {
      expect(v.is(orderNumberSchema, number)).toBe(true);
      expect(readOrderNumber(number)).toMatchObject({ is: 'random', day: DAY });
    }
  });

  it.each(['', '3-261130-AF', '0-261130-AF-1', '3-261130-AI-1', '3-261130-AF-0', '3-261130-AF-1\n', '<b>'])(
    '%j is none',
    (text) => {
      expect(v.is(orderNumberSchema, text)).toBe(false);
      expect(readOrderNumber(text)).toBeNull();
    },
  );

  it('stays when a person is erased whose number is in it', () => {
    const record = { number: '13900005678', orderNumber: '0-261130-1390-0005-6780', matter: '13900005678' };
    const redacted = redact(record, { isMeant: () => true });
    expect(redacted).toEqual({ number: '', orderNumber: record.orderNumber, matter: '█' });
  });
});

describe('a search', () => {
  it.each([
    ['3-261130-AF-12', 'whole'],
    ['3261130af12', 'whole'],
    ['３－２６１１３０－ＡＦ－１２', 'whole'],
    ['3组，26年11月30日，A F，第12号', 'whole'],
    ['三组26年11月30日AF第幺二号', 'whole'],
    ['team 3 261130 AF 12', null],
    ['af12', 'part'],
    ['AF-1', 'part'],
    ['1130', 'part'],
    ['11月30日 AF', 'part'],
    ['AF', null],
    ['1', null],
    ['', null],
    ['王女士', null],
    ['261129', null],
  ])('%j means it: %s', (typed, match) => {
    expect(matchOrderNumber('3-261130-AF-12', typed)).toBe(match);
  });

  it('names a day with one digit as it is said', () => {
    expect(matchOrderNumber('3-270105-AF-1', '3组，27年1月5日，A F，第1号')).toBe('whole');
  });
});
