import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { LOCAL_ORIGIN, type TeamEvent, teamEventSchema } from '../../../contract/team/team-event.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { nextOrderChange, orderAt } from '../../../rules/work-orders/order-at.ts';
import { readClock, runningClocks } from '../../../rules/work-orders/order-clock.ts';
import { pack } from '../../../scripts/pack.yaml';
import { STORY_START } from '../../helpers/call-story.ts';
import { BEIJING_RULES, EMPTY_RECORD } from '../../helpers/order-story.ts';

const MINUTE = 60_000;
const KINDS = [...pack.workOrders.kinds.map(({ id }) => id), 'a-kind-of-another-pack'];
const STAGES = [...new Set(pack.workOrders.kinds.flatMap(({ stages }) => stages.map(({ id }) => id)))];
const SUBJECTS = ['a', 'b', 'c', 'd'];
const remarks = fc.constantFrom('', '缺少订单号');

const record = fc
  .record({ fault: fc.constantFrom('', '不制冷'), signs: fc.subarray(['claim', 'no-power'] as const) })
  .map((more) => ({ ...EMPTY_RECORD, ...more }));
const promised = fc.record({
  type: fc.constant('work-order-promised'),
  inMinutes: fc.nat(3000),
  callerInformed: fc.boolean(),
});
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('work-order-opened'),
      kind: fc.constantFrom(...KINDS),
      category: fc.constantFrom('query', 'business', 'complaint'),
      number: fc.constantFrom('13900000001', '13900000002', '13900000003', 'anonymous'),
      surname: fc.constant('王'),
      title: fc.constant(null),
      matter: fc.constant(''),
      note: fc.constant(null),
      record: fc.option(record),
      promise: fc.constantFrom(null, { by: 'simple', dueAt: STORY_START + 120 * MINUTE }),
      follows: fc.option(fc.constantFrom(...SUBJECTS)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('work-order-moved'),
      to: fc.constantFrom(...STAGES),
      remarks,
      onBehalfOf: fc.constant(null),
    }),
  },
  fc.record({ type: fc.constant('work-order-returned'), remarks, onBehalfOf: fc.constant(null) }),
  promised,
  fc.record({ type: fc.constant('work-order-answered'), accepted: fc.boolean(), remarks }),
  fc.record({ type: fc.constant('work-order-recorded'), record }),
  fc.record({
    type: fc.constant('work-order-made-major'),
    why: fc.constantFrom('wrong-answer', 'judged'),
    remarks,
  }),
  fc.record({ type: fc.constant('work-order-copied'), to: fc.constant('general-manager') }),
  fc.record({
    type: fc.constant('work-order-closed'),
    outcome: fc.constantFrom('settled', 'not-satisfied', 'unfounded', 'withdrawn'),
    reason: remarks,
    reportedTo: fc.subarray(['chairman']),
    onBehalfOf: fc.constant(null),
  }),
);

/** Days of several agents: long pauses, clocks that go back, events of orders that do not exist. */
const teamLog = fc
  .array(
    fc.record({ event, subject: fc.constantFrom(...SUBJECTS), pause: fc.integer({ min: -90, max: 900 }) }),
    {
      maxLength: 40,
    },
  )
  .map((steps) => {
    let at = STORY_START;
    return steps.map(({ event: one, subject, pause }, n): TeamEvent => {
      at += pause * MINUTE;
      const { inMinutes, ...rest } = { inMinutes: 0, ...one };
      const due = rest.type === 'work-order-promised' ? { dueAt: at + inMinutes * MINUTE } : {};
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      return v.parse(teamEventSchema, {
        ...{ ...rest, ...due, ...LOCAL_ORIGIN },
        ...{ v: 1, id, subject, at, by: '0283' },
      });
    });
  });

test('no path loses an order or leaves one without a clock', () => {
  let open = 0;
  fc.assert(
    fc.property(teamLog, fc.nat(5000), (events, later) => {
      const { orders, refused } = foldWorkOrders(events, BEIJING_RULES);
      const opened = new Set(
        events.filter(({ type }) => type === 'work-order-opened').map(({ subject }) => subject),
      );
      expect(new Set(orders.keys())).toEqual(opened);
      const now = Math.max(STORY_START, ...events.map(({ at }) => at)) + later * MINUTE;
      for (const folded of orders.values()) {
        const order = orderAt(folded, now, BEIJING_RULES);
        if (order.status.state === 'handed-up') expect(orders.has(order.status.to)).toBe(true);
        if (order.status.state !== 'open') expect(runningClocks(order.clocks)).toEqual([]);
        else {
          open += 1;
          expect(runningClocks(order.clocks).length).toBeGreaterThan(0);
        }
      }
      // The deadlines of an escalated order run on in an order that is open or was closed.
      for (const order of orders.values()) {
        let last = order;
        for (let n = 0; last.status.state === 'handed-up' && n <= orders.size; n += 1) {
          last = orders.get(last.status.to) ?? last;
        }
        expect(last.status.state).not.toBe('handed-up');
      }
      expect(refused.length).toBeLessThanOrEqual(events.length);
    }),
    { numRuns: 300 },
  );
  expect(open).toBeGreaterThan(50);
});

test('the team log is a set: any sequence of arrival gives the same orders', () => {
  fc.assert(
    fc.property(
      teamLog.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        expect(foldWorkOrders(shuffled, BEIJING_RULES)).toEqual(foldWorkOrders(events, BEIJING_RULES));
      },
    ),
    { numRuns: 100 },
  );
});

test('between two changes that it names, an order does not change', () => {
  fc.assert(
    fc.property(teamLog, fc.nat(3000), (events, after) => {
      const now = Math.max(STORY_START, ...events.map(({ at }) => at)) + after * MINUTE;
      for (const folded of foldWorkOrders(events, BEIJING_RULES).orders.values()) {
        const before = orderAt(folded, now, BEIJING_RULES);
        const next = nextOrderChange(before, now, BEIJING_RULES);
        const until = next === null ? now + 9000 * MINUTE : next - 1;
        const later = orderAt(folded, until, BEIJING_RULES);
        expect({ ...later, foldedTo: 0 }).toEqual({ ...before, foldedTo: 0 });
        const states = (at: number) => later.clocks.map((clock) => readClock(clock, at).state);
        expect(states(until)).toEqual(states(now));
        // In two leaps as in one.
        expect(orderAt(before, until, BEIJING_RULES)).toEqual(later);
      }
    }),
    { numRuns: 150 },
  );
});

test('a team log that grows gives what the whole of it gives', () => {
  fc.assert(
    fc.property(teamLog, fc.nat(40), (events, cut) => {
      const before = foldWorkOrders(events.slice(0, cut), BEIJING_RULES);
      const grown = foldWorkOrders(events, BEIJING_RULES, before);
      expect(grown).toEqual(foldWorkOrders(events, BEIJING_RULES));
    }),
    { numRuns: 100 },
  );
});
