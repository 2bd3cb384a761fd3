import { expect, test } from 'vitest';
import { SerialQueue } from '../../../calls/timing/serial-queue.ts';

test('tasks run one after another, and a failed one stops no other', async () => {
  const queue = new SerialQueue();
  const log: string[] = [];
  const task = (name: string, fails = false) =>
    queue.run(async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([task('first', true), task('second')]);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('idle waits for what was added so far', async () => {
  const queue = new SerialQueue();
  let done = false;
  void queue.run(async () => {
    await Promise.resolve();
    done = true;
  });
  await queue.idle();
  expect(done).toBe(true);
});
