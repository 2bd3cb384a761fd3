import { lineEvent } from './event-kind.ts';

/** The remote voice is no longer overdriven. */
export const clippingEnded = lineEvent('clipping-ended', {});
