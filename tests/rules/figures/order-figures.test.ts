import { expect, test } from 'vitest';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { orderFigures } from '../../../rules/figures/order-figures.ts';
import { orderStory } from '../../helpers/order-story.ts';

test('complaints by kind and state, and clocks kept and missed, each with what it counts', () => {
  const story = orderStory().opens('early-warning');
  const opened = story.order;
  const day = spanAround('day', opened.openedAt, 480);
  const before = orderFigures([opened], day, story.now);
  expect(before.byKind.map(({ kind, counted }) => [kind.id, counted.map(({ id }) => id)])).toEqual([
    ['early-warning', ['order-1']],
  ]);
  expect(before.byState).toEqual([{ state: 'open', counted: [opened] }]);
  expect([before.clocksKept, before.clocksMissed]).toEqual([[], []]);

  story.passes(2, 'd');
  const overdue = story.order;
  const due = overdue.clocks.map((clock) => ({ order: overdue, clock }));
  const nextDay = spanAround('day', day.to, 480);
  const missed = [day, nextDay].flatMap((span) => orderFigures([overdue], span, story.now).clocksMissed);
  expect(missed).toEqual(expect.arrayContaining(due.filter(({ clock }) => clock.dueAt < nextDay.to)));
  expect(missed.length).toBeGreaterThan(0);
  expect(orderFigures([overdue], nextDay, story.now).byKind).toEqual([]);
});

test('deadlines by who had to keep them', () => {
  const story = orderStory().opens('quality').moves('judge').passes(10).moves('cause').passes(5, 'h');
  const day = spanAround('day', story.order.openedAt, 480);
  const { byOwner, clocksMissed } = orderFigures([story.order], day, story.now);
  const counts = byOwner.map(({ owner, kept, missed }) => [owner, kept.length, missed.length]);
  expect(counts).toContainEqual(['department', 0, 1]);
  expect(byOwner.flatMap(({ missed }) => missed)).toEqual(expect.arrayContaining([...clocksMissed]));
});
