import { expect, test } from 'vitest';
import { WatchedQueue } from '../../../calls/timing/watched-queue.ts';
import { handClock } from '../../helpers/hand-clock.ts';
import { until } from '../../helpers/until.ts';

const LIMIT_MS = 5_000;

test('steps run one after another, and a failed one stops no other', async () => {
  const queue = new WatchedQueue({ limitMs: LIMIT_MS, clock: handClock() });
  const log: string[] = [];
  const step = (name: string, fails = false) =>
    queue.run(
      async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      },
      () => 'abandoned',
    );
  const results = await Promise.allSettled([step('first', true), step('second')]);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('a step that never settles is abandoned at the limit, and the next one runs', async () => {
  const clock = handClock();
  const queue = new WatchedQueue({ limitMs: LIMIT_MS, clock });
  const signals: AbortSignal[] = [];
  const stuck = queue.run(
    (signal) => {
      signals.push(signal);
      return new Promise<string>(() => {});
    },
    () => 'abandoned',
  );
  const next = queue.run(
    async () => 'done',
    () => 'abandoned',
  );
  await until('the first step', () => signals.length === 1);
  clock.pass(LIMIT_MS - 1);
  expect(signals[0]?.aborted).toBe(false);
  clock.pass(1);
  expect(await stuck).toBe('abandoned');
  expect(signals[0]?.aborted).toBe(true);
  expect(await next).toBe('done');
});

test('the limit counts from the beginning of a step, not from when it was added', async () => {
  const clock = handClock();
  const queue = new WatchedQueue({ limitMs: LIMIT_MS, clock });
  let finish: (value: string) => void = () => {};
  const begun: string[] = [];
  const first = queue.run(
    () => {
      begun.push('first');
      return new Promise<string>((resolve) => (finish = resolve));
    },
    () => 'abandoned',
  );
  const second = queue.run(
    () => {
      begun.push('second');
      return new Promise<string>(() => {});
    },
    () => 'abandoned',
  );
  await until('the first step', () => begun.length === 1);
  clock.pass(LIMIT_MS - 1);
  finish('done');
  expect(await first).toBe('done');
  await until('the second step', () => begun.length === 2);
  clock.pass(LIMIT_MS - 1);
  expect(await Promise.race([second, Promise.resolve('waiting')])).toBe('waiting');
  clock.pass(1);
  expect(await second).toBe('abandoned');
});
