import { teamEventKind } from '../envelope.ts';

/** A notice does not apply any more. */
export const noticeWithdrawn = teamEventKind('notice-withdrawn', {});
