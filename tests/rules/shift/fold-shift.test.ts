import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Readiness } from '../../../contract/team/readiness.ts';
import { foldShift } from '../../../rules/shift/fold-shift.ts';
import { timeInStates } from '../../../rules/shift/time-in-states.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { HOUR, MINUTE, MONDAY_TEN, TeamStory } from '../../helpers/team-story.ts';

const { shift: rules } = loadPack();
const READY: Readiness = { state: 'ready' };
const BUSY: Readiness = { state: 'busy' };
const WRAP_UP: Readiness = { state: 'wrap-up' };
const OFFLINE: Readiness = { state: 'offline' };
const REST: Readiness = { state: 'break', reason: 'rest' };

class ShiftStory extends TeamStory {
  is(readiness: Readiness, because: 'agent' | 'phone' = 'agent'): this {
    return this.tell('0283', { type: 'shift-changed', readiness, because });
  }
  get shift() {
    return foldShift(this.events, '0283', rules, this.now);
  }
}

test('nobody who never began a shift is kept in one', () => {
  expect(new ShiftStory().shift).toBeNull();
  const colleague = new TeamStory().tell('0500', {
    type: 'shift-changed',
    readiness: READY,
    because: 'agent',
  });
  expect(foldShift(colleague.events, '0283', rules, colleague.now)).toBeNull();
});

describe('wrap-up', () => {
  test('ends by itself after its time, and says when it will', () => {
    const story = new ShiftStory()
      .is(READY)
      .after(5 * MINUTE)
      .is(WRAP_UP, 'phone');
    expect(story.shift).toMatchObject({ readiness: WRAP_UP, endsAt: story.now + 60_000 });
    story.after(59_999);
    expect(story.shift?.readiness).toEqual(WRAP_UP);
    story.after(1);
    expect(story.shift).toMatchObject({ readiness: READY, since: story.now });
  });

  test('goes back to what was before: an agent who was busy is not given the next call', () => {
    const story = new ShiftStory()
      .is(READY)
      .is(BUSY)
      .after(MINUTE)
      .is(WRAP_UP, 'phone')
      .after(2 * MINUTE);
    expect(story.shift?.readiness).toEqual(BUSY);
  });

  test('a second call wrapped up begins the time anew, and still goes back to the first state', () => {
    const story = new ShiftStory().is(REST).is(WRAP_UP, 'phone').after(40_000).is(WRAP_UP, 'phone');
    expect(story.after(59_000).shift?.readiness).toEqual(WRAP_UP);
    expect(story.after(1000).shift?.readiness).toEqual(REST);
  });

  test('a call that ends after the sign-out begins no shift', () => {
    const story = new ShiftStory().is(READY).after(HOUR).is(OFFLINE).after(MINUTE).is(WRAP_UP, 'phone');
    expect(story.shift).toMatchObject({ readiness: OFFLINE, signedInAt: null });
  });
});

test('a shift that nobody signed out of is over after its length, and the next one begins anew', () => {
  const story = new ShiftStory().is(READY).after(14 * HOUR);
  expect(story.shift).toMatchObject({ readiness: OFFLINE, lapsed: true, lastOnlineAt: story.now });
  story.after(10 * HOUR).is(READY);
  expect(story.shift).toMatchObject({ readiness: READY, lapsed: false, signedInAt: story.now });
});

test('a restart in between changes nothing: the team log says how it stands', () => {
  const story = new ShiftStory()
    .is(READY)
    .after(HOUR)
    .is(REST)
    .after(7 * MINUTE);
  expect(foldShift(structuredClone(story.events), '0283', rules, story.now)).toEqual(story.shift);
  expect(story.shift).toMatchObject({ readiness: REST, signedInAt: MONDAY_TEN });
});

test('time in each state, breaks by their reason', () => {
  const story = new ShiftStory()
    .is(READY)
    .after(2 * HOUR)
    .is(WRAP_UP, 'phone')
    .after(30_000)
    .is(READY)
    .after(HOUR)
    .is(REST)
    .after(9 * MINUTE)
    .is({ state: 'break', reason: 'water' })
    .after(3 * MINUTE)
    .is(BUSY)
    .after(5 * MINUTE)
    .is(OFFLINE)
    .after(HOUR);
  const counted = timeInStates(story.shift?.spans ?? [], MONDAY_TEN, story.now);
  expect(counted.states).toEqual({
    ready: 3 * HOUR,
    busy: 5 * MINUTE,
    break: 12 * MINUTE,
    'wrap-up': 30_000,
  });
  expect(counted.breaks).toEqual([
    { reason: 'rest', ms: 9 * MINUTE, count: 1 },
    { reason: 'water', ms: 3 * MINUTE, count: 1 },
  ]);
  const lastHour = timeInStates(story.shift?.spans ?? [], story.now - HOUR, story.now);
  expect(lastHour.states.ready).toBe(0);
});

test('whatever an agent does, every moment since the first sign-in is in one state, and none is counted twice', () => {
  const readiness = fc.constantFrom(READY, BUSY, REST, WRAP_UP, OFFLINE);
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 * HOUR }), readiness), { minLength: 1 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 20 * HOUR }), (given, rest) => {
      const story = new ShiftStory().is(READY);
      for (const [ms, state] of given) story.after(ms).is(state);
      const { shift } = story.after(rest);
      const spans = shift?.spans ?? [];
      for (const [n, span] of spans.entries()) expect(span.to).toBe(spans[n + 1]?.from ?? null);
      const { states } = timeInStates(spans, MONDAY_TEN, story.now);
      const online = spans
        .filter(({ readiness }) => readiness.state !== 'offline')
        .reduce((sum, { from, to }) => sum + (to ?? story.now) - from, 0);
      expect(states.ready + states.busy + states.break + states['wrap-up']).toBe(online);
      expect(shift?.readiness.state === 'offline').toBe(shift?.signedInAt === null);
    }),
  );
});
