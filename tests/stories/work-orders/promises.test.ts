import { describe, expect, test } from 'vitest';
import { offeredPromises } from '../../../rules/work-orders/offered-promises.ts';
import { openOrders } from '../../../rules/work-orders/open-orders.ts';
import { orderStatusOf } from '../../../rules/work-orders/status-of-number.ts';
import { pack } from '../../../scripts/pack.yaml';
import { BEIJING_RULES, orderStory } from '../../helpers/order-story.ts';

const at = (local: string) => Date.parse(`${local}:00+08:00`);

test('a query that cannot be answered: the supervisor answers within ten minutes', () => {
  const story = orderStory();
  const promise = { by: 'supervisor', dueAt: story.now + 600_000 } as const;
  story.opens('query', { family: 'query', promise }).stands('answer', { answer: 10 }).passes(8);
  story.clockReads('answer', 'warned').answers(true).closes('settled').clockReads('answer', 'kept');
});

describe('a promised date that moves', () => {
  const promised = () => {
    const story = orderStory();
    return story.opens('service', { promise: { by: 'simple', dueAt: story.now + 2 * 3_600_000 } });
  };

  test('is told to the caller before it passes: until then that has its own clock', () => {
    const story = promised().passes(1, 'h').promises(24, false);
    story.stands('accept', { close: 23 * 60, answer: 24 * 60, tell: 60 }).passes(30);
    story
      .promises(24, true)
      .stands('accept', { close: 22.5 * 60, answer: 24 * 60 })
      .clockReads('tell', 'kept');
  });

  test('told at once, nothing is owed but the new time', () => {
    promised()
      .passes(1, 'h')
      .promises(3, true)
      .stands('accept', { close: 23 * 60, answer: 180 });
  });

  test('moved after it had passed, it was missed, and the telling is overdue from the first', () => {
    const story = promised().passes(3, 'h').promises(2, false);
    expect(story.order.clocks.map(({ of, end }) => [of.kind, end?.how ?? null])).toContainEqual([
      'answer',
      'replaced',
    ]);
    story.clockReads('tell', 'over');
  });
});

test('what a number is known as, and what it is owed', () => {
  const story = orderStory();
  story.opens('service', { promise: { by: 'simple', dueAt: story.now + 7_200_000 } });
  const statusOf = (number: string) =>
    orderStatusOf(openOrders(story.book, story.now, BEIJING_RULES), number);
  expect(statusOf('013900001234')).toEqual({
    as: ['open-complaint', 'open-work-order'],
    promises: ['promised-answer'],
  });
  expect(statusOf('13900009999')).toEqual({ as: [], promises: [] });
  expect(statusOf('anonymous')).toEqual({ as: [], promises: [] });
  story.answers(true);
  expect(statusOf('13900001234').promises).toEqual([]);
  story.closes('settled');
  expect(statusOf('13900001234').as).toEqual([]);
});

describe('what can be promised', () => {
  const offered = (now: number) =>
    Object.fromEntries(
      offeredPromises(pack, now, 480).map(({ by, amount, dueAt }) => [`${by} ${amount}`, dueAt]),
    );

  test('minutes and hours run through the night; working days and the next shift by the calendar', () => {
    // A Friday evening.
    expect(offered(at('2026-11-27T17:30'))).toEqual({
      'supervisor 10': at('2026-11-27T17:40'),
      'simple 2': at('2026-11-27T19:30'),
      'complex 24': at('2026-11-28T17:30'),
      'working-days 1': at('2026-11-30T18:00'),
      'working-days 3': at('2026-12-02T18:00'),
      'next-shift 0': at('2026-11-30T09:00'),
    });
  });

  test('a shifted Saturday is a working day, and the holiday before it is none', () => {
    expect(offered(at('2026-09-30T10:00'))).toMatchObject({
      'working-days 1': at('2026-10-08T18:00'),
      'working-days 3': at('2026-10-10T18:00'),
    });
    expect(offered(at('2026-10-09T19:00'))['next-shift 0']).toBe(at('2026-10-10T09:00'));
  });
});
