import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/** The agent started the script again from its first step. */
export const scriptRestarted = callEvent('script-restarted', { situation: v.string() });
