import type { Instant } from '../../calls/call-event.ts';

/** What a lead said of a note. */
export interface CommentView {
  readonly id: string;
  /** Number, with the name where it is known. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
  readonly status: /** The agent has not seen it before now. */
    | { readonly is: 'new' }
    /** The agent knows it. */
    | { readonly is: 'known' }
    /** The lead waits for the agent to see it. */
    | { readonly is: 'unread' }
    | { readonly is: 'read'; readonly at: Instant };
}
