import { expect, test } from 'vitest';
import { reviewQuery, today } from '../../../pages/lead/review/review-query.ts';

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
    open: true,
  } as const;
  expect(reviewQuery(filter, '5.x')).toEqual({
    ...{ from: new Date('2026-11-01T00:00').getTime(), to: new Date('2026-11-23T00:00').getTime() },
    ...{ after: '5.x', agent: '0283', category: 'query', open: '1' },
  });
});
