import { lineEvent } from './event-kind.ts';

/** RTP packets arrive again. */
export const mediaResumed = lineEvent('media-resumed', {});
