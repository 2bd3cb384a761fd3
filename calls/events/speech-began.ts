import { sideSchema } from '../vocabulary/side.ts';
import { lineEvent } from './event-kind.ts';

/** One side started to speak. */
export const speechBegan = lineEvent('speech-began', { side: sideSchema });
