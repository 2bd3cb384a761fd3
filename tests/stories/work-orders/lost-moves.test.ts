import { describe, expect, test } from 'vitest';
import { readClock } from '../../../rules/work-orders/order-clock.ts';
import { orderStory } from '../../helpers/order-story.ts';

const lost = (story: ReturnType<typeof orderStory>) =>
  story.order.history.flatMap((entry) =>
    entry.what === 'refused' ? [[entry.event.type, entry.event.by, entry.why]] : [],
  );

describe('what lost against another is kept with its words', () => {
  test('two move an order at once: the second is in the history, with whom and why', () => {
    const story = orderStory().opens('early-warning').moves('review');
    const moved = story.order.stage.next[0]?.to ?? '';
    story.as('0301').moves(moved).as('0302').moves(moved);
    expect(story.order.stage.id).toBe(moved);
    expect(lost(story)).toEqual([['work-order-moved', '0302', 'no-such-way']]);
    expect(story.book.refused).toHaveLength(1);
  });

  test.each([
    ['a move', (story: ReturnType<typeof orderStory>) => story.moves('review')],
    ['a return', (story: ReturnType<typeof orderStory>) => story.returnsWith('还差型号')],
    ['a new promise', (story: ReturnType<typeof orderStory>) => story.promises(2, true)],
    ['an answer', (story: ReturnType<typeof orderStory>) => story.answers(true)],
    ['a closing', (story: ReturnType<typeof orderStory>) => story.closes('withdrawn', '顾客撤回')],
    ['being made major', (story: ReturnType<typeof orderStory>) => story.isMadeMajor('judged')],
  ])('%s after somebody closed the order is kept', (_what, write) => {
    const story = orderStory().opens('early-warning').closes('withdrawn', '顾客撤回');
    const before = story.order;
    write(story.as('0302').passes(1));
    expect(story.order.status).toEqual(before.status);
    expect(lost(story)).toHaveLength(1);
    expect(lost(story)[0]?.slice(1)).toEqual(['0302', 'not-open']);
  });

  test('applied again where it is possible, it counts, and both are in the history', () => {
    const story = orderStory().opens('early-warning').as('0302').moves('nowhere');
    expect(lost(story)).toHaveLength(1);
    story.moves('review');
    expect(story.order.stage.id).toBe('review');
    expect(story.order.history.filter(({ what }) => what === 'event')).toHaveLength(2);
    expect(lost(story)).toHaveLength(1);
  });
});

describe('raising a case keeps what was promised to the caller', () => {
  const raised = () =>
    orderStory()
      .opens('quality', { promise: { by: 'complex', dueAt: orderStory().now + 24 * 3_600_000 } })
      .passes(1, 'h')
      .onOrder('above')
      .opens('early-warning', { follows: 'order-1' });
  const answer = (story: ReturnType<typeof orderStory>) =>
    story.order.clocks.find(({ of }) => of.kind === 'answer');

  test('the promise becomes a clock of the next owner, with the same end', () => {
    const story = raised();
    const clock = answer(story);
    expect(clock?.dueAt).toBe(orderStory().now + 24 * 3_600_000);
    expect(clock?.owner).toBe(story.order.stage.owner);
    expect(clock?.end).toBeNull();
    const before = story.onOrder('order-1').order;
    expect(before.status).toMatchObject({ state: 'handed-up', to: 'above' });
    expect(before.clocks.every(({ end }) => end !== null)).toBe(true);
  });

  test('it is kept by the answer, and missed without one', () => {
    const kept = raised().passes(2, 'h').answers(true);
    const [clock] = [answer(kept)];
    expect(clock && readClock(clock, kept.now).state).toBe('kept');
    const missed = raised().passes(25, 'h');
    const late = answer(missed);
    expect(late && readClock(late, missed.now).state).toBe('over');
  });

  test('the time to tell the caller of a moved promise goes along', () => {
    const story = orderStory()
      .opens('quality', { promise: { by: 'simple', dueAt: orderStory().now + 2 * 3_600_000 } })
      .passes(30)
      .promises(24, false)
      .passes(1)
      .onOrder('above')
      .opens('early-warning', { follows: 'order-1' });
    expect(story.order.clocks.map(({ of }) => of.kind)).toEqual(
      expect.arrayContaining(['answer', 'inform-caller']),
    );
  });

  test('it goes up through two cases, and a kept promise stays where it was kept', () => {
    const story = raised().passes(1, 'h').onOrder('top').opens('early-warning', { follows: 'above' });
    expect(answer(story)?.end).toBeNull();
    const answered = orderStory()
      .opens('quality', { promise: { by: 'simple', dueAt: orderStory().now + 7_200_000 } })
      .answers(false)
      .passes(1)
      .onOrder('above')
      .opens('early-warning', { follows: 'order-1' });
    expect(answer(answered)).toBeUndefined();
  });
});
