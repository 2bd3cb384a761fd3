import { lineEvent } from './event-kind.ts';

/** The agent talks while muted, and the caller cannot hear it. */
export const talkingMutedBegan = lineEvent('talking-muted-began', {});
