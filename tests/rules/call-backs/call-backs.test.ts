import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallBackOutcome } from '../../../contract/pack/call-back-outcome.ts';
import { callBackTimeProblem, offeredTimes } from '../../../rules/call-backs/call-back-times.ts';
import { callBackOfNotification, callBacksToNotify } from '../../../rules/call-backs/call-backs-to-notify.ts';
import { callBacksOf, dueCallBacks } from '../../../rules/call-backs/due-call-backs.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { quietHours } from '../../../rules/call-backs/quiet-hours.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { HOUR, MINUTE, MONDAY_TEN, planned, TeamStory } from '../../helpers/team-story.ts';

const { settings } = loadPack();
const DAY = 24 * HOUR;
const tried = (outcome: CallBackOutcome, nextAt: number | null = null) =>
  ({ type: 'call-back-tried', outcome, remarks: '', nextAt, note: null }) as const;

function first(story: TeamStory) {
  const [callBack] = foldCallBacks(story.events).callBacks;
  if (callBack === undefined) throw new Error('no call-back was planned');
  return callBack;
}
const due = (story: TeamStory) =>
  dueCallBacks(foldCallBacks(story.events).callBacks, settings, story.now, 480);

describe('one call-back', () => {
  test('nobody answers, later is asked for, then the customer is satisfied', () => {
    const story = new TeamStory().tell('c', planned(MONDAY_TEN + HOUR));
    story.after(HOUR).tell('c', tried('not-reached', MONDAY_TEN + 5 * HOUR));
    expect(first(story)).toMatchObject({ dueAt: MONDAY_TEN + 5 * HOUR, agreed: false });
    story.after(4 * HOUR).tell('c', tried('asked-for-later', MONDAY_TEN + 2 * DAY));
    expect(first(story)).toMatchObject({ dueAt: MONDAY_TEN + 2 * DAY, agreed: true });
    story.after(2 * DAY).tell('c', tried('satisfied'));
    expect(first(story).state).toMatchObject({ state: 'done', outcome: 'satisfied' });
    expect(first(story).attempts.map(({ outcome }) => outcome)).toEqual([
      'not-reached',
      'asked-for-later',
      'satisfied',
    ]);
  });

  test('a VIP is neither dropped nor given up; anybody else can be, with a reason', () => {
    const vip = new TeamStory().tell('c', planned(MONDAY_TEN + HOUR, { vip: true }));
    vip.tell('c', { type: 'call-back-dropped', reason: '不想打' }).tell('c', tried('not-reached'));
    expect(first(vip).state).toEqual({ state: 'open' });
    expect(foldCallBacks(vip.events).impossible).toEqual([
      { event: vip.events[1]?.id, why: 'a VIP always gets the call' },
    ]);
    const other = new TeamStory().tell('c', planned(MONDAY_TEN + HOUR));
    other.tell('c', { type: 'call-back-dropped', reason: '客户来电说不用了' });
    expect(first(other).state).toMatchObject({ state: 'dropped', reason: '客户来电说不用了' });
  });

  test('is found by its number in any spelling, while it is open', () => {
    const story = new TeamStory().tell('c', planned(MONDAY_TEN + HOUR, { number: '+86 139 0000 1234' }));
    const found = () => callBacksOf(foldCallBacks(story.events).callBacks, '013900001234');
    expect(found()).toHaveLength(1);
    story.tell('c', tried('satisfied'));
    expect(found()).toEqual([]);
  });
});

describe('the list', () => {
  test('later, due, late; in the rest it waits and says until when', () => {
    const story = new TeamStory().tell('c', planned(MONDAY_TEN + 90 * MINUTE));
    expect(due(story).list[0]?.when).toBe('later');
    expect(due(story).nextChangeAt).toBe(MONDAY_TEN + 90 * MINUTE);
    story.after(90 * MINUTE);
    expect(due(story).list[0]?.when).toBe('due');
    story.after(HOUR);
    expect(due(story).list[0]).toMatchObject({ when: 'resting', callableAt: MONDAY_TEN + 4 * HOUR });
    expect(due(story).nextChangeAt).toBe(MONDAY_TEN + 4 * HOUR);
    story.after(3 * DAY);
    expect(due(story).list[0]?.when).toBe('late');
  });

  test('an agreed hour is late soon after it, and may lie beyond the three days', () => {
    const story = new TeamStory().tell('c', planned(MONDAY_TEN + 5 * DAY, { agreed: true }));
    story.after(5 * DAY + 15 * MINUTE);
    expect(due(story).list[0]?.when).toBe('due');
    expect(due(story.after(1)).list[0]?.when).toBe('late');
  });

  test('an agreed time holds in rest hours too: they bind only what nobody agreed', () => {
    // Half past eight in the evening; the rest begins at eight.
    const evening = MONDAY_TEN + 10.5 * HOUR;
    const story = new TeamStory().tell('c', planned(evening, { agreed: true })).tell('d', planned(evening));
    story.after(10.5 * HOUR);
    const when = () => due(story).list.map(({ callBack: { id }, when }) => [id, when]);
    expect(when()).toEqual([
      ['c', 'due'],
      ['d', 'resting'],
    ]);
    story.after(20 * MINUTE);
    expect(due(story).list[0]).toMatchObject({ when: 'late', callableAt: story.now });
  });

  test('asked for later at an hour of rest: the customer named it', () => {
    const story = new TeamStory().tell('c', planned(MONDAY_TEN + HOUR)).after(HOUR);
    story.tell('c', tried('asked-for-later', MONDAY_TEN + 11 * HOUR)).after(10 * HOUR);
    expect(due(story).list[0]?.when).toBe('due');
  });

  test('never a call in a rest hour that nobody agreed, whatever is planned; nothing planned is lost', () => {
    const event = fc.oneof(
      fc.record({
        do: fc.constant('plan' as const),
        in: fc.integer({ min: 1, max: 6 * DAY }),
        vip: fc.boolean(),
      }),
      fc.record({
        do: fc.constant('try' as const),
        which: fc.nat(5),
        outcome: fc.constantFrom<CallBackOutcome>(
          'satisfied',
          'not-satisfied',
          'not-reached',
          'asked-for-later',
        ),
        in: fc.option(fc.integer({ min: 1, max: DAY })),
      }),
      fc.record({ do: fc.constant('drop' as const), which: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: DAY }), event), { maxLength: 30 }), (given) => {
        const story = new TeamStory();
        let count = 0;
        for (const [ms, what] of given) {
          story.after(ms);
          if (what.do === 'plan') story.tell(`c${count++}`, planned(story.now + what.in, { vip: what.vip }));
          else if (what.do === 'drop')
            story.tell(`c${what.which}`, { type: 'call-back-dropped', reason: '' });
          else {
            story.tell(`c${what.which}`, tried(what.outcome, what.in === null ? null : story.now + what.in));
          }
        }
        const { callBacks } = foldCallBacks(story.events);
        expect(callBacks).toHaveLength(count);
        expect(callBacks.some(({ vip, state }) => vip && state.state === 'dropped')).toBe(false);
        const { list } = due(story);
        expect(list).toHaveLength(callBacks.filter(({ state }) => state.state === 'open').length);
        for (const { when, callableAt, callBack } of list) {
          if (callBack.agreed) continue;
          expect(quietHours(settings, callableAt, 480).quiet).toBe(false);
          if (when === 'due') expect(quietHours(settings, story.now, 480).quiet).toBe(false);
        }
      }),
    );
  });
});

test('an agent is told of their own call-backs, when they may be made and when they are late, in a rest only if it was agreed', () => {
  const story = new TeamStory()
    .tell('mine', planned(MONDAY_TEN + HOUR))
    .tell('noon', planned(MONDAY_TEN + 150 * MINUTE, { agreed: true }))
    .tell('hers', planned(MONDAY_TEN + HOUR), '0500');
  const { callBacks } = foldCallBacks(story.events);
  const due = callBacksToNotify(callBacks, '0283', settings, 480, '回访');
  expect(due.map(({ order, warnAt }) => [callBackOfNotification(order), warnAt])).toEqual([
    ['mine', MONDAY_TEN + HOUR],
    ['noon', MONDAY_TEN + 150 * MINUTE],
  ]);
  for (const { dueAt, warnAt, label } of due) {
    expect(dueAt).toBeGreaterThan(warnAt);
    expect(label).toBe('回访');
  }
  expect(callBackOfNotification('order-1')).toBeNull();
});

test('times that may be planned', () => {
  const problem = (dueAt: number, agreed = false) =>
    callBackTimeProblem({ dueAt, agreed }, settings, MONDAY_TEN, 480);
  expect(problem(MONDAY_TEN - 1)).toEqual({ why: 'past' });
  expect(problem(MONDAY_TEN + 3 * HOUR)).toEqual({ why: 'rest', until: MONDAY_TEN + 4 * HOUR });
  expect(problem(MONDAY_TEN + 3 * HOUR, true)).toBeNull();
  expect(problem(MONDAY_TEN + 4 * DAY)).toEqual({ why: 'too-late', latest: MONDAY_TEN + 3 * DAY });
  expect(problem(MONDAY_TEN + 4 * DAY, true)).toBeNull();
  for (let minute = 0; minute < 24 * 60; minute += 7) {
    const now = MONDAY_TEN + minute * MINUTE;
    const offered = offeredTimes(settings, now, 480);
    expect(new Set(offered).size).toBe(offered.length);
    for (const dueAt of offered) {
      expect(callBackTimeProblem({ dueAt, agreed: false }, settings, now, 480)).toBeNull();
    }
  }
});
