import { expect, test } from 'vitest';
import { within } from '../../../calls/timing/within.ts';
import { handClock } from '../../helpers/hand-clock.ts';

test('gives the value of a promise that settles in time', async () => {
  const clock = handClock();
  expect(await within(100, Promise.resolve('done'), clock)).toEqual({ inTime: true, value: 'done' });
});

test('gives up a promise that never settles', async () => {
  const clock = handClock();
  const result = within(100, new Promise<void>(() => {}), clock);
  clock.pass(100);
  expect(await result).toEqual({ inTime: false });
});

test('passes a rejection on', async () => {
  await expect(within(100, Promise.reject(new Error('broken')), handClock())).rejects.toThrow('broken');
});

test('a rejection after the limit disturbs nobody', async () => {
  const clock = handClock();
  let fail: (error: Error) => void = () => {};
  const result = within(100, new Promise<void>((_, reject) => (fail = reject)), clock);
  clock.pass(100);
  fail(new Error('late'));
  expect(await result).toEqual({ inTime: false });
});
