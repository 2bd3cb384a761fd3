import { expect, test } from 'vitest';
import { actingRole } from '../../../rules/work-orders/acting-role.ts';
import { orderStory } from '../../helpers/order-story.ts';

const AGENT = { workOrderRole: 'agent', recordsForOthers: false };
const SUPERVISOR = { workOrderRole: 'hotline-supervisor', recordsForOthers: true };
const STORE = { workOrderRole: 'service-desk', recordsForOthers: false };
const ALONE = { workOrderRole: 'agent', recordsForOthers: true };

test('a stage is its owner’s; for another only a supervisor writes, or whoever is alone', () => {
  const raised = orderStory().opens('early-warning');
  expect(actingRole(raised.order, AGENT)).toEqual({ is: 'own' });
  const { order } = raised.moves('review').moves('service-desk');
  expect(actingRole(order, STORE)).toEqual({ is: 'own' });
  expect(actingRole(order, AGENT)).toEqual({ is: 'waits', owner: 'service-desk' });
  expect(actingRole(order, SUPERVISOR)).toEqual({ is: 'for', owner: 'service-desk' });
  expect(actingRole(order, ALONE)).toEqual({ is: 'for', owner: 'service-desk' });
});

test('an order of one stage is settled by whoever has it in hand', () => {
  const { order } = orderStory().opens('query', { family: 'query' });
  expect(order.stage.owner).toBe('hotline-supervisor');
  expect(actingRole(order, AGENT)).toEqual({ is: 'own' });
});
