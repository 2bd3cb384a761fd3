import { callEvent } from './event-kind.ts';

/** The agent had the whole number shown. */
export const numberRevealed = callEvent('number-revealed', {});
