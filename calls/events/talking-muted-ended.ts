import { lineEvent } from './event-kind.ts';

/** The agent stopped talking while muted. */
export const talkingMutedEnded = lineEvent('talking-muted-ended', {});
