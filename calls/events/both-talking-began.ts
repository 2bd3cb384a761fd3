import { lineEvent } from './event-kind.ts';

/** Both sides speak at once. */
export const bothTalkingBegan = lineEvent('both-talking-began', {});
