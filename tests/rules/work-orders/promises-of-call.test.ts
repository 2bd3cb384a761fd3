import { expect, test } from 'vitest';
import { replayPhone } from '../../../calls/fold-phone.ts';
import type { NumberStatus } from '../../../calls/vocabulary/number-status.ts';
import type { WorkOrderDue } from '../../../contract/pack/follow-up.ts';
import { newFacts } from '../../../rules/call/call-facts.ts';
import { leftByCall } from '../../../rules/work-orders/promises-of-call.ts';
import { pack } from '../../../scripts/pack.yaml';
import { callStory, STORY_START } from '../../helpers/call-story.ts';

const [endedCall] = replayPhone(callStory().callerRings('1').agentAnswers().callerHangsUp().journal()).calls;
if (endedCall === undefined) throw new Error('no call');

/** The situations that were promised, with their times; `named`: deadlines that were said. */
const left = (
  met: Record<string, number>,
  named: Readonly<Record<string, WorkOrderDue>> = {},
  knownAs: readonly NumberStatus[] = [],
) => {
  const facts = newFacts(endedCall);
  return leftByCall(
    {
      ...facts,
      knownAs,
      met: new Map(Object.entries(met).map(([id, pickedAt]) => [id, { pickedAt, finishedAt: null }])),
      commitments: new Map(
        Object.entries(met).map(([id, when]) => [
          id,
          { at: STORY_START + when, said: true, due: named[id] ?? null },
        ]),
      ),
    },
    pack,
    480,
  ).map(({ saidAt: _, ...rest }) => rest);
};

test('a call without such a situation leaves nothing', () => {
  expect(left({ greeting: 1, goodbye: 2 })).toEqual([]);
});

test('three scripts of one complaint leave one order, of the kind of the last', () => {
  expect(left({ 'complaint-intake': 1, 'attitude-complaint': 2 })).toEqual([
    { what: 'work-order', kind: 'service', due: 'complex' },
  ]);
});

test('the step that was taken says by which clock', () => {
  const simple = left({ 'cannot-answer-complaint': 1 }, { 'cannot-answer-complaint': 'simple' });
  expect(simple).toEqual([{ what: 'work-order', kind: 'quality', due: 'simple' }]);
});

test('a query and a complaint are two; a call-back and a warning stand beside them', () => {
  const all = left({ 'cannot-answer-query': 1, 'staff-error': 2, 'system-down': 3, harassment: 4 });
  expect(all).toEqual([
    { what: 'work-order', kind: 'query', due: 'supervisor' },
    { what: 'work-order', kind: 'service', due: 'supervisor' },
    { what: 'call-back', due: 'agreed' },
    { what: 'warning' },
  ]);
});

test('a script that only closes keeps kind and clock of the complaint before it', () => {
  const simple = {
    'cannot-answer-complaint': 1,
    'attitude-complaint': 2,
    'staff-error': 3,
    'complaint-close': 4,
  };
  expect(left(simple)).toEqual([{ what: 'work-order', kind: 'service', due: 'supervisor' }]);
  expect(left({ 'complaint-close': 1 })).toEqual([{ what: 'work-order', kind: 'quality', due: 'complex' }]);
  expect(left({ 'complaint-close': 1, 'attitude-complaint': 2 })).toEqual([
    { what: 'work-order', kind: 'service', due: 'complex' },
  ]);
});

test('a VIP is promised an answer sooner, and never later', () => {
  expect(left({ 'attitude-complaint': 1, 'complaint-close': 2 }, {}, ['vip'])).toEqual([
    { what: 'work-order', kind: 'service', due: 'simple' },
  ]);
  expect(left({ 'staff-error': 1, 'complaint-close': 2 }, {}, ['vip'])).toEqual([
    { what: 'work-order', kind: 'service', due: 'supervisor' },
  ]);
});
