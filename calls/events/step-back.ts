import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/** The agent went back to the step before. */
export const stepBack = callEvent('step-back', { situation: v.string() });
