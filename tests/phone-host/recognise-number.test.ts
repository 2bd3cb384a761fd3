import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from '../../calls/call.ts';
import { recogniseNumber } from '../../phone-host/call/recognise-number.ts';
import { BEIJING_RULES, orderStory } from '../helpers/order-story.ts';
import { Profile } from '../helpers/profile.ts';
import { HOUR, harassed, MONDAY_TEN, planned, TeamStory } from '../helpers/team-story.ts';

vi.setConfig({ testTimeout: 60_000 });
let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

const call = (number: string, direction: Call['direction']): Call => ({
  id: 'call-1',
  direction,
  remoteParty: { number, displayName: null },
  startedAt: MONDAY_TEN,
  originalTarget: null,
  queuedMs: null,
  ...(direction === 'inbound'
    ? { state: 'ringing' }
    : { state: 'remote-ringing', remoteRingingSince: MONDAY_TEN, earlyMedia: false }),
});

test('a warning of a number shows at the ring in every spelling, until it is struck off', async () => {
  const { notes } = await profile.signedIn();
  const story = new TeamStory().tell('w', harassed('+8613900000066', MONDAY_TEN));
  const ring = call('013900000066', 'inbound');
  expect(
    await recogniseNumber({ notes, team: story.events, rules: BEIJING_RULES }, ring, MONDAY_TEN),
  ).toMatchObject({
    type: 'number-recognised',
    as: ['harassment'],
    promises: [],
  });
  story.tell('w', { type: 'warning-struck-off', reason: '误登' });
  expect(
    await recogniseNumber({ notes, team: story.events, rules: BEIJING_RULES }, ring, MONDAY_TEN),
  ).toBeNull();
});

test('the promises to a number are known: a call-back, or the answer of a work order', async () => {
  const { notes } = await profile.signedIn();
  const story = new TeamStory().tell('c', planned(MONDAY_TEN + HOUR, { vip: true }));
  const recognised = (direction: Call['direction']) =>
    recogniseNumber(
      { notes, team: story.events, rules: BEIJING_RULES },
      call('13900001234', direction),
      MONDAY_TEN,
    );
  expect(await recognised('outbound')).toMatchObject({ as: [], promises: ['call-back'] });
  expect(await recognised('inbound')).toMatchObject({ as: ['vip'], promises: ['call-back'] });
  story.tell('d', planned(MONDAY_TEN + HOUR, { order: 'order-1' }));
  expect(await recognised('outbound')).toMatchObject({ promises: ['call-back', 'promised-answer'] });
});

test('open work orders of the number and their promises are known at the ring', async () => {
  const { notes } = await profile.signedIn();
  const story = orderStory(MONDAY_TEN).opens('quality', {
    promise: { by: 'simple', dueAt: MONDAY_TEN + 2 * HOUR },
  });
  const recognised = (direction: Call['direction']) =>
    recogniseNumber(
      { notes, team: story.events, rules: BEIJING_RULES },
      call('013900001234', direction),
      story.now,
    );
  expect(await recognised('inbound')).toMatchObject({
    as: ['open-complaint', 'open-work-order'],
    promises: ['promised-answer'],
  });
  expect(await recognised('outbound')).toMatchObject({ as: [], promises: ['promised-answer'] });
  story.passes(1).answers(true).closes('settled');
  expect(await recognised('inbound')).toBeNull();
});
