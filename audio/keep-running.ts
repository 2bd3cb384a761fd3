import type { Clock } from '../calls/sources/clock.ts';

type Context = Pick<AudioContext, 'state' | 'resume' | 'addEventListener' | 'removeEventListener'>;

interface KeepRunning {
  readonly context: Context;
  readonly clock: Pick<Clock, 'after'>;
  /** Called when the context has not run for a while, and when it runs again. */
  readonly onRunning: (isRunning: boolean) => void;
}

/** A context runs within milliseconds, unless the browser or its output holds it back. */
const STARTS_WITHIN_MS = 3_000;
const RETRY_MS = 2_000;

/**
 * Resumes a context that the browser suspended (no press yet, no output, another application), as
 * long as it takes. The result stops that.
 */
export function keepRunning({ context, clock, onRunning }: KeepRunning): () => void {
  let cancelRetry = () => {};
  let cancelLimit = () => {};
  let waits = false;
  const check = () => {
    cancelRetry();
    if (context.state === 'closed') return;
    if (context.state === 'running') {
      cancelLimit();
      waits = false;
      onRunning(true);
      return;
    }
    if (!waits) cancelLimit = clock.after(STARTS_WITHIN_MS, () => onRunning(false));
    waits = true;
    // It may stay pending until the browser allows sound: the state is what counts.
    context.resume().catch(() => {});
    cancelRetry = clock.after(RETRY_MS, check);
  };
  context.addEventListener('statechange', check);
  check();
  return () => {
    context.removeEventListener('statechange', check);
    cancelRetry();
    cancelLimit();
  };
}
