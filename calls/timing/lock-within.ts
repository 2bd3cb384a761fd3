import { browserClock, type Clock } from '../sources/clock.ts';
import { TimeLimitError } from './time-limit.ts';

interface LockPorts {
  readonly locks: Pick<LockManager, 'request'>;
  readonly clock?: Pick<Clock, 'after'>;
}

/**
 * Runs `work` under a Web Lock. Waits for the lock no longer than `ms` and throws TimeLimitError
 * then: its holder may be a page that the browser has frozen. `work` that has begun is not limited.
 */
export async function lockWithin<T>(
  ms: number,
  name: string,
  work: () => Promise<T>,
  { locks, clock = browserClock }: LockPorts,
): Promise<T> {
  const limit = new AbortController();
  const cancel = clock.after(ms, () => limit.abort(new TimeLimitError(`lock "${name}"`, ms)));
  try {
    return await locks.request(name, { signal: limit.signal }, () => {
      cancel();
      return work();
    });
  } finally {
    cancel();
  }
}
