import type { Instant } from '../../calls/call-event.ts';

/** A lead's comment on a note. */
export interface CommentView {
  readonly id: string;
  /** Agent number, with the name if it is known. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
  /** `new` and `known` as the agent sees it; `unread` and `read` as the lead does. */
  readonly status:
    | { readonly is: 'new' }
    | { readonly is: 'known' }
    | { readonly is: 'unread' }
    | { readonly is: 'read'; readonly at: Instant };
}
