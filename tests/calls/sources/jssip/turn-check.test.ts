import { expect, test } from 'vitest';
import { TurnCheck, type TurnResult } from '../../../../calls/sources/jssip/turn-check.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

function checkBed(answers: readonly TurnResult[], config: RTCConfiguration | null = {}) {
  const clock = handClock();
  const results: string[] = [];
  let tries = 0;
  const check = new TurnCheck({
    ...{ clock, config: () => config, onResult: ({ result }) => results.push(result) },
    tryTurn: async () => answers[tries++] ?? { result: 'unreachable' },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { clock, results, check, settled, tries: () => tries };
}

test('a server that works: the time of its relay is known', async () => {
  const { check, settled } = checkBed([{ result: 'works', relayMs: 120 }]);
  expect(check.relayMs).toBeNull();
  check.check();
  await settled();
  expect(check.relayMs).toBe(120);
});

test.each(['refused', 'unreachable'] as const)(
  'a server that is %s is tried again after a minute',
  async (result) => {
    const { check, settled, clock, results } = checkBed([{ result }, { result: 'works', relayMs: 5 }]);
    check.check();
    await settled();
    expect(check.relayMs).toBeNull();
    clock.pass(60_000);
    await settled();
    expect(results).toEqual([result, 'works']);
    expect(check.relayMs).toBe(5);
  },
);

test('a server that dies later is noticed, and no answer waits for it any more', async () => {
  const { check, settled, clock, results } = checkBed([{ result: 'works', relayMs: 5 }]);
  check.check();
  await settled();
  clock.pass(600_000);
  await settled();
  expect(results).toEqual(['works', 'unreachable']);
  expect(check.relayMs).toBeNull();
});

test('without a server nothing is tried, and after the stop nothing more', async () => {
  const without = checkBed([], null);
  without.check.check();
  expect(without.tries()).toBe(0);
  const stopped = checkBed([{ result: 'unreachable' }]);
  stopped.check.check();
  await stopped.settled();
  stopped.check.stop();
  stopped.clock.pass(600_000);
  await stopped.settled();
  expect(stopped.tries()).toBe(1);
});
