import { lineEvent } from './event-kind.ts';

/** The noise is gone. */
export const noiseEnded = lineEvent('noise-ended', {});
