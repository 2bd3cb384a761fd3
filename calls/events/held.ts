import { holdOriginatorSchema } from '../vocabulary/hold-originator.ts';
import { callEvent } from './event-kind.ts';

/** One side put the call on hold. Both may hold at once (RFC 3264 §8.4). */
export const held = callEvent('held', { holdOriginator: holdOriginatorSchema });
