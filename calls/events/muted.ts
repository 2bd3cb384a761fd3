import { callEvent } from './event-kind.ts';

/** The agent’s microphone was muted. */
export const muted = callEvent('muted', {});
