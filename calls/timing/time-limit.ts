import { browserClock, type Clock } from '../sources/clock.ts';
import { within } from './within.ts';

/** Something took longer than its limit. It may still finish: its result is dropped. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';

  constructor(what: string, ms: number) {
    super(`${what}: nothing within ${ms} ms`);
  }
}

/** The result of `work`, or a TimeLimitError that names it after `ms`. */
export async function withTimeLimit<T>(
  ms: number,
  work: Promise<T>,
  what: string,
  clock: Pick<Clock, 'after'> = browserClock,
): Promise<T> {
  const outcome = await within(ms, work, clock);
  if (!outcome.inTime) throw new TimeLimitError(what, ms);
  return outcome.value;
}
