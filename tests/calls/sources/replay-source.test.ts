import { expect, test } from 'vitest';
import type { CallEvent, PhoneEvent } from '../../../calls/call-event.ts';
import { ReplaySource } from '../../../calls/sources/replay-source.ts';
import { callStory } from '../../helpers/call-story.ts';
import { handClock } from '../../helpers/hand-clock.ts';

const story = callStory()
  .callerRings('+8613900000001')
  .rings(2)
  .agentAnswers()
  .lineFallsSilent(6)
  .callerHangsUp();

test('a journal played at once tells the phone facts with the times they had, and nothing else', () => {
  const reported: (CallEvent | PhoneEvent)[] = [];
  new ReplaySource(story.journal(), 'at-once', handClock()).start((event) => reported.push(event));
  expect(reported.map(({ type }) => type)).toEqual(['ringing', 'answering', 'answered', 'ended']);
  expect(reported.at(-1)?.at).toBe(story.now);
});

test('a journal played as it was takes its own time, beginning now', () => {
  const clock = handClock();
  const start = clock.now();
  const reported: (CallEvent | PhoneEvent)[] = [];
  new ReplaySource(story.journal(), 'as-it-was', clock).start((event) => reported.push(event));
  clock.pass(0);
  expect(reported.map(({ type, at }) => [type, at - start])).toEqual([['ringing', 0]]);
  clock.pass(10_000);
  expect(reported.map(({ type }) => type)).toEqual(['ringing', 'answering', 'answered']);
  clock.pass(6_000);
  expect(reported.at(-1)).toMatchObject({ type: 'ended', at: start + 16_000 });
});

test('a stopped replay says nothing more', async () => {
  const clock = handClock();
  const reported: unknown[] = [];
  const source = new ReplaySource(story.journal(), 'as-it-was', clock);
  source.start((event) => reported.push(event));
  clock.pass(1);
  await source.stop();
  clock.pass(60_000);
  expect(reported).toHaveLength(1);
  expect(await source.command()).toMatchObject({ ok: false });
});
