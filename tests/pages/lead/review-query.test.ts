import { describe, expect, test } from 'vitest';
import { narrowed, noteSearch, reviewQuery, today } from '../../../pages/lead/review/review-query.ts';

const NOON = new Date('2026-11-22T12:00').getTime();

test('a day is asked for from its first to its last moment', () => {
  const { from, to, ...rest } = reviewQuery(today(NOON), '');
  expect(new Date(from).getTime()).toBe(new Date('2026-11-22T00:00').getTime());
  expect(new Date(to - 1).getTime()).toBe(new Date('2026-11-22T23:59:59.999').getTime());
  expect(rest).toEqual({ after: '' });
});

test('only what was chosen narrows it down', () => {
  const filter = {
    ...today(NOON),
    from: '2026-11-01',
    agent: '0283',
    category: 'query',
    outcome: 'not-settled',
  } as const;
  expect(reviewQuery(filter, '5.x')).toEqual({
    ...{ from: new Date('2026-11-01T00:00').getTime(), to: new Date('2026-11-23T00:00').getTime() },
    ...{ after: '5.x', agent: '0283', category: 'query', outcome: 'not-settled' },
  });
});

describe('a search', () => {
  const searched = (words: string) => noteSearch({ ...today(NOON), words }, '');

  test('is only asked for where something was typed', () => {
    expect(searched('')).toBeNull();
    expect(searched('  ')).toBeNull();
    expect(searched('冰箱  不制冷')).toMatchObject({ words: ['冰箱', '不制冷'] });
  });

  test('of a person looks for the name and the title, which notes keep apart', () => {
    expect(searched('王女士')).toMatchObject({ words: ['王'], title: 'ms' });
    expect(searched('欧阳先生')).toMatchObject({ words: ['欧阳'], title: 'mr' });
    for (const words of ['女士', '先生 ']) {
      expect(searched(words)).toMatchObject({ words: [words.trim()] });
      expect(searched(words)).not.toHaveProperty('title');
    }
  });

  test('of a number is one word, however it is written', () => {
    expect(searched('139 0000 1234')?.words).toEqual(['139 0000 1234']);
    expect(searched('+86 (0)21-6464')?.words).toEqual(['+86 (0)21-6464']);
    expect(searched('订单 0417')?.words).toEqual(['订单', '0417']);
  });

  test('has no more and no longer words than the server reads', () => {
    expect(searched('一 二 三 四 五 六')?.words).toHaveLength(5);
    expect(searched('长'.repeat(90))?.words).toEqual(['长'.repeat(40)]);
  });

  test('of this day becomes one of the last weeks, once; chosen days stay', () => {
    const typed = narrowed(today(NOON), { words: '王' });
    expect(typed).toMatchObject({ words: '王', from: '2026-10-23', to: '2026-11-22' });
    const day = narrowed(typed, { from: '2026-11-17', to: '2026-11-17' });
    expect(narrowed(day, { words: '王女士' })).toMatchObject({ from: '2026-11-17', to: '2026-11-17' });
    expect(narrowed(today(NOON), { agent: '0283' })).toMatchObject({ from: '2026-11-22' });
    const span = { ...today(NOON), from: '2026-11-20' };
    expect(narrowed(span, { words: '王' })).toMatchObject({ from: '2026-11-20' });
  });
});
