import { browserClock, type Clock } from '../sources/clock.ts';
import { TimeLimitError } from './time-limit.ts';

interface LockPorts {
  readonly locks: Pick<LockManager, 'request'>;
  readonly clock?: Pick<Clock, 'after'>;
}

/** What happens where the lock is not given back in time. */
export type Patience = 'give-up' | 'take-over';

/**
 * Runs `work` under a Web Lock. Waits for the lock no longer than `ms` and throws TimeLimitError
 * then: its holder may be a page that the browser has frozen. Instead it can take the lock over,
 * for work that must happen: the holder goes on without it. `work` that has begun is not limited.
 */
export async function lockWithin<T>(
  ms: number,
  name: string,
  work: () => Promise<T>,
  { locks, clock = browserClock }: LockPorts,
  patience: Patience = 'give-up',
): Promise<T> {
  const limit = new AbortController();
  const late = new TimeLimitError(`lock "${name}"`, ms);
  const cancel = clock.after(ms, () => limit.abort(late));
  try {
    return await locks.request(name, { signal: limit.signal }, () => {
      cancel();
      return work();
    });
  } catch (error) {
    if (error !== late || patience === 'give-up') throw error;
    return await locks.request(name, { steal: true }, work);
  } finally {
    cancel();
  }
}
