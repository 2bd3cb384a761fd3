import { expect, test } from 'vitest';
import { knownCaller } from '../../../rules/spoken/known-caller.ts';
import { lastContactOf } from '../../../rules/work-orders/last-contact.ts';
import { orderStory } from '../../helpers/order-story.ts';
import { scriptStory } from '../../helpers/script-story.ts';

const WANG = { surname: '王', title: 'ms' } as const;

test('a repeat caller with an open complaint is greeted by name, and not asked for it', () => {
  scriptStory()
    .callerRings('+86 139 0000 1234')
    .numberIs(['open-complaint', 'open-work-order'])
    .record('host', { type: 'caller-named', ...WANG })
    .untilRing(2)
    .agentAnswers()
    .thePanelShows({ script: 'greeting', says: ['王女士'] })
    .waits(4)
    .stepDone()
    .waits(1)
    .speaks(30);
  const offers = scriptStory()
    .callerRings('+86 139 0000 1234')
    .numberIs(['open-complaint'])
    .record('host', { type: 'caller-named', ...WANG })
    .untilRing(2)
    .agentAnswers()
    .waits(4)
    .stepDone()
    .waits(1)
    .speaks(30)
    .view()
    .suggestions.map(({ situation }) => situation);
  expect(offers).not.toContain('ask-name');
});

test('the name comes from what is open; two names are none, and neither is a surname alone', () => {
  expect(knownCaller([WANG], [], [])).toEqual(WANG);
  expect(knownCaller([], [WANG], [])).toEqual(WANG);
  expect(knownCaller([], [], [WANG])).toBeNull();
  expect(knownCaller([{ surname: '', title: null }], [], [WANG])).toEqual(WANG);
  expect(knownCaller([{ surname: '王', title: null }], [], [])).toBeNull();
  expect(knownCaller([{ surname: '王', title: null }], [], [WANG])).toEqual(WANG);
  expect(knownCaller([WANG, { surname: '李', title: 'mr' }], [], [])).toBeNull();
});

test('the last contact of the whole team: date, category, agent number', () => {
  const story = orderStory().as('0517').opens('service').passes(1, 'd');
  const orders = story.book.orders.values();
  expect(lastContactOf('13900001234', orders, [])).toEqual({
    at: story.now - 86_400_000,
    category: 'complaint',
    by: '0517',
  });
  expect(lastContactOf('13900009999', story.book.orders.values(), [])).toBeNull();
});
