import { callEvent, packIdSchema } from './event-kind.ts';

/** The agent started the script again from its first step. */
export const scriptRestarted = callEvent('script-restarted', { situation: packIdSchema });
