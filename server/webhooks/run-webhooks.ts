import type { DatabasePorts } from '../ports.ts';
import { deliver } from './deliver.ts';
import type { PostMessage } from './post-message.ts';

/** A help request must not wait longer than this for its first attempt. */
const DELIVER_EVERY_MS = 1_000;

export interface RunningWebhooks {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Delivers what is due, one round at a time, until it is stopped. */
export function runWebhooks(
  { db }: Pick<DatabasePorts, 'db'>,
  post: PostMessage,
  failed: (error: unknown) => void,
): RunningWebhooks {
  const parts = { db, post, now: Date.now, random: Math.random };
  let round: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    round ??= deliver(parts)
      .catch(failed)
      .finally(() => {
        round = null;
      });
  }, DELIVER_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
