import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventFollower } from '../../browser/server/event-follower.ts';

/** Connections that stay open and silent until they are cut, as after a change of the network. */
function silentConnections() {
  const opened: { readonly cut: () => boolean }[] = [];
  const open = async (answers: boolean, signal: AbortSignal): Promise<Response> => {
    opened.push({ cut: () => signal.aborted });
    const cut = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('cut'))),
    );
    if (!answers) return await cut;
    return new Response(
      new ReadableStream({ start: (stream) => void cut.catch((error) => stream.error(error)) }),
    );
  };
  return { opened, open };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function follow(answers: boolean) {
  const { opened, open } = silentConnections();
  const follower = new EventFollower({
    open: (_, signal) => open(answers, signal),
    received: () => {},
    stateChanged: () => {},
    random: () => 1,
  });
  void follower.run();
  return { opened, follower };
}

test.each([
  ['an open stream', true],
  ['an attempt', false],
] as const)('%s on a network that is gone is given up once the network is back', async (_, answers) => {
  const { opened, follower } = follow(answers);
  await vi.advanceTimersByTimeAsync(10);
  follower.again();
  await vi.advanceTimersByTimeAsync(10);
  expect(opened.map(({ cut }) => cut())).toEqual([true, false]);
  follower.stop();
});

test('an attempt that gets no answer is given up by itself', async () => {
  const { opened, follower } = follow(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(opened.map(({ cut }) => cut())).toEqual([true, false]);
  follower.stop();
});
