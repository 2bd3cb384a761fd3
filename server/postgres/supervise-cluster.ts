import type { DirectoryLock } from './lock.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Starts PostgreSQL again whenever it ends, with pauses that grow while it does not start. `start`
 * resolves when it runs and its data directory is locked.
 */
export function superviseCluster(
  first: DirectoryLock,
  say: (line: string) => void,
  start: () => Promise<DirectoryLock>,
): { stop(): Promise<void> } {
  let isStopping = false;
  let endPause = () => {};
  let lock: DirectoryLock = first;
  const running = watch();
  return {
    async stop() {
      isStopping = true;
      endPause();
      await lock.free();
      await running;
    },
  };

  async function watch(): Promise<void> {
    for (;;) {
      await lock.lost;
      if (isStopping) return;
      say('PostgreSQL ended. It is started again.');
      if (!(await restart())) return;
      say('PostgreSQL runs again.');
    }
  }

  /** False if the server is stopped meanwhile. */
  async function restart(): Promise<boolean> {
    for (let pauseMs = FIRST_PAUSE_MS; !isStopping; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        lock = await start();
        return true;
      } catch (error) {
        say(`PostgreSQL does not start: ${error instanceof Error ? error.message : 'unknown error'}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        endPause = () => {
          clearTimeout(timer);
          resolve();
        };
        if (isStopping) endPause();
      });
    }
    return false;
  }
}
