import type { Instant } from '../../../calls/call-event.ts';
import type { PackState } from '../../../contract/messages/pack-message.ts';
import { explainIssue } from '../../../contract/pack/explain-issue.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { ReleaseRefusal } from '../../../contract/release/verify-release.ts';
import type { Words } from '../../../contract/words.ts';

/** The notice about the scripts between calls; at most one at a time. */
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

/** What went wrong comes before what is new. */
export function packNotice(
  { inUse, waiting, refused }: PackState,
  pack: Pack,
  /** When the agent last dismissed a refusal. */
  dismissedAt: Instant,
  words: Words,
  now: Instant,
): PackNoticeView {
  if (refused !== null && refused.at > dismissedAt) {
    const { refusal } = refused;
    const [problem] = refusal.reason === 'invalid' ? refusal.problems : [];
    const line = problem === undefined ? null : explainIssue(problem, words);
    return { kind: 'refused', reason: refusal.reason, problem: line, inUse: pack.version };
  }
  if (inUse !== null && inUse.readAt === null) {
    const { digest, version, by, message } = inUse;
    return { kind: 'changed', digest, version, by, message };
  }
  if (inUse !== null && inUse.expiresAt <= now) {
    return { kind: 'expired', version: inUse.version, expiresAt: inUse.expiresAt };
  }
  if (waiting !== null && waiting.startsAt !== null) {
    return { kind: 'waiting', version: waiting.version, startsAt: waiting.startsAt };
  }
  return { kind: 'none' };
}
