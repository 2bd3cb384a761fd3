import { callEvent } from './event-kind.ts';

/** The agent’s microphone is live again. */
export const unmuted = callEvent('unmuted', {});
