import { callEvent, packIdSchema } from './event-kind.ts';

/** The agent went back to the step before. */
export const stepBack = callEvent('step-back', { situation: packIdSchema });
