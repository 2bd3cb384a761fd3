import { callEvent } from './event-kind.ts';

/**
 * The agent’s key for “the caller answered”. It has the effect of detected speech where the line
 * is not analysed.
 */
export const callerAnswered = callEvent('caller-answered', {});
