import { sideSchema } from '../vocabulary/side.ts';
import { lineEvent } from './event-kind.ts';

/** One side stopped speaking. */
export const silenceBegan = lineEvent('silence-began', { side: sideSchema });
