import { callEvent, packIdSchema } from './event-kind.ts';

/** The agent dismissed a suggestion. */
export const suggestionDismissed = callEvent('suggestion-dismissed', { situation: packIdSchema });
