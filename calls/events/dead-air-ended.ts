import { lineEvent } from './event-kind.ts';

/** One side speaks again. */
export const deadAirEnded = lineEvent('dead-air-ended', {});
