import { holdOriginatorSchema } from '../vocabulary/hold-originator.ts';
import { callEvent } from './event-kind.ts';

/** One side ended its hold. */
export const resumed = callEvent('resumed', { holdOriginator: holdOriginatorSchema });
