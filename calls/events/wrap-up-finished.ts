import { callEvent } from './event-kind.ts';

/**
 * The note is finished and the panel lets go of the call. Also recorded for a lost call that
 * needs nothing more.
 */
export const wrapUpFinished = callEvent('wrap-up-finished', {});
