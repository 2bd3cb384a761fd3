import { lineEvent } from './event-kind.ts';

/** No RTP packet arrives, though no side holds the call. */
export const mediaStopped = lineEvent('media-stopped', {});
