import { waitKindSchema } from '../vocabulary/wait-kind.ts';
import { callEvent } from './event-kind.ts';

/** The agent pressed hold or mute before the caller was asked. A second press goes through. */
export const waitAsked = callEvent('wait-asked', { of: waitKindSchema });
