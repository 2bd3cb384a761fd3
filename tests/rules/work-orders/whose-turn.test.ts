import { expect, test } from 'vitest';
import { whoseTurn } from '../../../rules/work-orders/whose-turn.ts';
import { orderStory } from '../../helpers/order-story.ts';

const AGENT = { duty: 'agent', recordsForOthers: false };
const SUPERVISOR = { duty: 'hotline-supervisor', recordsForOthers: true };
const STORE = { duty: 'service-desk', recordsForOthers: false };
const ALONE = { duty: 'agent', recordsForOthers: true };

test('a stage is its owner’s; for another only a supervisor writes, or whoever is alone', () => {
  const raised = orderStory().opens('early-warning');
  expect(whoseTurn(raised.order, AGENT)).toEqual({ is: 'own' });
  const { order } = raised.moves('review').moves('service-desk');
  expect(whoseTurn(order, STORE)).toEqual({ is: 'own' });
  expect(whoseTurn(order, AGENT)).toEqual({ is: 'waits', owner: 'service-desk' });
  expect(whoseTurn(order, SUPERVISOR)).toEqual({ is: 'for', owner: 'service-desk' });
  expect(whoseTurn(order, ALONE)).toEqual({ is: 'for', owner: 'service-desk' });
});

test('an order of one stage is settled by whoever has it in hand', () => {
  const { order } = orderStory().opens('query', { family: 'query' });
  expect(order.stage.owner).toBe('hotline-supervisor');
  expect(whoseTurn(order, AGENT)).toEqual({ is: 'own' });
});
