import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { markWriter } from '../../server/restore/mark-writer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('marks that come while one is written share the next round', async () => {
  const rounds: string[][] = [];
  const finish: (() => void)[] = [];
  const writer = markWriter(
    async (keys) => {
      rounds.push([...keys]);
      await new Promise<void>((resolve) => finish.push(resolve));
    },
    () => {},
  );
  const first = writer.mark('a');
  await vi.waitFor(() => expect(rounds).toHaveLength(1));
  let isOver = false;
  const others = Promise.all([writer.mark('b'), writer.mark('c'), writer.mark('b')]).then(() => {
    isOver = true;
  });
  finish.shift()?.();
  await first;
  await vi.waitFor(() => expect(rounds).toEqual([['a'], ['b', 'c']]));
  expect(isOver).toBe(false);
  finish.shift()?.();
  await others;
});

test('while writing fails nobody waits, and every mark is written once it works', async () => {
  let works = false;
  const written: string[] = [];
  const failed = vi.fn();
  const writer = markWriter(async (keys) => {
    if (!works) throw new Error('unreachable');
    written.push(...keys);
  }, failed);
  await writer.mark('a');
  await writer.mark('b');
  expect(failed).toHaveBeenCalledOnce();
  works = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(written).toEqual(['a', 'b']);
  await writer.mark('c');
  expect(written).toEqual(['a', 'b', 'c']);
});
