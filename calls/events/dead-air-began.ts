import { lineEvent } from './event-kind.ts';

/** Neither side speaks. */
export const deadAirBegan = lineEvent('dead-air-began', {});
