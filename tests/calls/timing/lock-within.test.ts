import { expect, test } from 'vitest';
import { lockWithin } from '../../../calls/timing/lock-within.ts';
import { TimeLimitError } from '../../../calls/timing/time-limit.ts';
import { handClock } from '../../helpers/hand-clock.ts';

/** A lock of the browser, held by another page as long as `isHeld`. */
function lockOf(isHeld: boolean) {
  async function request(_name: string, ...rest: readonly unknown[]): Promise<unknown> {
    const [options, work] = rest as [LockOptions, () => Promise<unknown>];
    if (!isHeld || options.steal === true) return await work();
    return await new Promise((_, reject) => {
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    });
  }
  return { request } as Pick<LockManager, 'request'>;
}

test('a lock that a frozen page holds is given up after the limit', async () => {
  const clock = handClock();
  const result = lockWithin(5_000, 'vault', async () => 'done', { locks: lockOf(true), clock });
  clock.pass(5_000);
  await expect(result).rejects.toThrow(TimeLimitError);
  expect(await lockWithin(5_000, 'vault', async () => 'done', { locks: lockOf(false), clock })).toBe('done');
});

test('work that must happen takes the lock over after the limit, not before', async () => {
  const clock = handClock();
  const done: string[] = [];
  const work = async () => void done.push('done');
  const result = lockWithin(5_000, 'vault', work, { locks: lockOf(true), clock }, 'take-over');
  clock.pass(4_999);
  expect(done).toEqual([]);
  clock.pass(1);
  await result;
  expect(done).toEqual(['done']);
});

test('work that fails is not tried a second time by force', async () => {
  const clock = handClock();
  const failing = async () => await Promise.reject(new RangeError('of the work'));
  const result = lockWithin(1_000, 'vault', failing, { locks: lockOf(false), clock }, 'take-over');
  await expect(result).rejects.toThrow(RangeError);
});

test('work that has begun is not limited, and its error is its own', async () => {
  const clock = handClock();
  const work = async () => {
    clock.pass(60_000);
    throw new RangeError('of the work');
  };
  const result = lockWithin(1_000, 'vault', work, { locks: lockOf(false), clock });
  await expect(result).rejects.toThrow(RangeError);
});
