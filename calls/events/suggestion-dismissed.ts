import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/** The agent dismissed a suggestion. */
export const suggestionDismissed = callEvent('suggestion-dismissed', { situation: v.string() });
