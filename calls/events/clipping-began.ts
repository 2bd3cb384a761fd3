import { lineEvent } from './event-kind.ts';

/** The remote voice is overdriven: cut off at the largest value of the codec. */
export const clippingBegan = lineEvent('clipping-began', {});
