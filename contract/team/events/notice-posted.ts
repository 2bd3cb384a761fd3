import { teamEventKind, text } from '../envelope.ts';

/**
 * A notice for every shift until it is withdrawn: a campaign, an outage. `subject` is the notice.
 */
export const noticePosted = teamEventKind('notice-posted', { text: text(2_000) });
