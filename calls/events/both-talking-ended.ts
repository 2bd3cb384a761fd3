import { lineEvent } from './event-kind.ts';

/** Only one side speaks. */
export const bothTalkingEnded = lineEvent('both-talking-ended', {});
