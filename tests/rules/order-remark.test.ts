import { expect, test } from 'vitest';
import { isDone } from '../../rules/follow-ups/is-done.ts';
import type { PendingFollowUp } from '../../rules/follow-ups/pending-follow-up.ts';
import { type OrderStory, orderStory } from '../helpers/order-story.ts';

/** 0283 promised a caller to press whoever has the order, opened an hour before by 0517. */
const asked = (story: OrderStory, number: string): PendingFollowUp => ({
  ...{ call: 'call-1', what: 'order-remark', category: null, kind: '', due: null, number },
  ...{ surname: '王', title: 'ms', note: 'note-1', calledAt: story.now - 60_000, saidAt: story.now },
  ...{ dueAt: null, fields: [], by: '0283' },
});
const opened = () => orderStory().as('0517').opens('service').passes(1, 'h');
const isRemarked = (followUp: PendingFollowUp, story: OrderStory) =>
  isDone(followUp, { orders: story.book.orders.values(), callBacks: [], warnings: [] });

test('a remark in the order of the number, by whomever, is what was promised', () => {
  const story = opened();
  const followUp = asked(story, '013900001234');
  expect(isRemarked(followUp, story)).toBe(false);
  story.passes(1).as('0517').remarks('顾客来催');
  expect(isRemarked(followUp, story)).toBe(true);
});

test('a remark of before the call is not', () => {
  const story = opened().remarks('已派工').passes(1);
  expect(isRemarked(asked(story, '013900001234'), story)).toBe(false);
});

test('who asks for somebody else calls from another number: the agent’s own remark counts', () => {
  for (const number of ['013900009999', '']) {
    const story = opened();
    const followUp = asked(story, number);
    story.passes(1).as('0517').remarks('已派工');
    expect(isRemarked(followUp, story)).toBe(false);
    story.passes(1).as('0283').remarks('家人来催');
    expect(isRemarked(followUp, story)).toBe(true);
  }
});
