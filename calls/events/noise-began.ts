import { lineEvent } from './event-kind.ts';

/** Noise covers the caller’s voice. */
export const noiseBegan = lineEvent('noise-began', {});
