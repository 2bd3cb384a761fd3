import type { Instant } from '../../../calls/call-event.ts';
import type { ReleaseRefusal } from '../../../contract/release/verify-release.ts';

/** What the agent is told about the scripts, between calls; at most one thing at a time. */
export type PackNoticeView =
  | { readonly kind: 'none' }
  /** New scripts are in use; shown until it is waved away, once. */
  | {
      readonly kind: 'changed';
      readonly digest: string;
      readonly version: string;
      /** Agent number of the lead. */
      readonly by: string;
      /** In the lead's words; may be empty. */
      readonly message: string;
    }
  | {
      readonly kind: 'refused';
      readonly reason: ReleaseRefusal['reason'];
      /** The first problem of a pack that is not sound, as one line; null for other reasons. */
      readonly problem: string | null;
      /** Of the scripts that stay in use. */
      readonly inUse: string;
    }
  | { readonly kind: 'waiting'; readonly version: string; readonly startsAt: Instant }
  | { readonly kind: 'expired'; readonly version: string; readonly expiresAt: Instant };
