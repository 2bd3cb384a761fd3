import { lineEvent } from './event-kind.ts';

/**
 * The line is no longer analysed: the agent switched it off, or it failed. Earlier line events do
 * not hold any more.
 */
export const listeningStopped = lineEvent('listening-stopped', {});
