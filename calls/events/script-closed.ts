import { callEvent, packIdSchema } from './event-kind.ts';

/** The agent closed the script. */
export const scriptClosed = callEvent('script-closed', { situation: packIdSchema });
