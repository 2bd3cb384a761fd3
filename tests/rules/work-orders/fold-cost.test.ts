import { describe, expect, test } from 'vitest';
import type { TeamEvent } from '../../../contract/team/team-event.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { BEIJING_RULES, type OrderStory, orderStory } from '../../helpers/order-story.ts';

type Written = (story: OrderStory, n: number) => OrderStory;

/** What one order can be filled with. */
const ENTRIES: Readonly<Record<string, Written>> = {
  remarks: (story) => story.records({ mood: '着急' }),
  'moves there and back': (story, n) => (n % 2 === 0 ? story.moves('solutions') : story.returnsWith('缺')),
  'promises one after the other': (story, n) => story.promises(2, n % 2 === 0),
  'copies to many': (story, n) => story.copiesTo(`收件人${n}`),
};

function orderWith(count: number, write: Written): readonly TeamEvent[] {
  const story = orderStory().opens('quality').moves('judge').moves('cause');
  for (let n = 0; n < count; n += 1) write(story.passes(1), n);
  return story.events;
}

/** The shortest of some runs: other work on the machine only makes one longer. */
function fastest(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...runs);
}

describe('the fold of one order costs the same for each event', () => {
  test.each(Object.entries(ENTRIES))('%s', (_, write) => {
    const [few, many] = [orderWith(100, write), orderWith(10_000, write)];
    for (const events of [few, many]) foldWorkOrders(events, BEIJING_RULES);
    const [short, long] = [few, many].map((events) => fastest(() => foldWorkOrders(events, BEIJING_RULES)));
    // Linear is 100; quadratic would be 10,000. Both also have a constant part.
    expect((long ?? 0) / Math.max(short ?? 0, 0.5)).toBeLessThan(1_000);
  });

  test('its whole history and every clock are still there, in their order', () => {
    const story = orderStory().opens('quality').passes(1).moves('judge').passes(1).moves('cause');
    for (let n = 0; n < 40; n += 1) story.passes(3).moves('solutions').passes(3).returnsWith('缺');
    const { history, clocks } = story.order;
    const events = history.flatMap((entry) => (entry.what === 'event' ? [entry.event.id] : []));
    expect(events).toEqual(story.events.map(({ id }) => id));
    const started = clocks.map(({ startedAt }) => startedAt);
    expect(started).toEqual([...started].sort((a, b) => a - b));
    expect(clocks.filter(({ of }) => of.kind === 'stage').length).toBeGreaterThan(40);
  });

  test('many orders with one fault of one customer', () => {
    const complaints = (count: number) => {
      const story = orderStory();
      for (let n = 0; n < count; n += 1) story.passes(1).complaint(`order-${n}`, '13900001234', '不制冷');
      return story.events;
    };
    const [few, many] = [complaints(100), complaints(10_000)];
    const [short, long] = [few, many].map((events) => fastest(() => foldWorkOrders(events, BEIJING_RULES)));
    expect((long ?? 0) / Math.max(short ?? 0, 1)).toBeLessThan(1_000);
  });
});
