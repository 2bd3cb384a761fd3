import type { Instant } from '../../../calls/call-event.ts';
import type { PackState } from '../../../contract/messages/pack-message.ts';
import { explainIssue } from '../../../contract/pack/explain-issue.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Words } from '../../../contract/words.ts';
import type { PackNoticeView } from './pack-notice-view.ts';

/** What is to be said of the scripts now: what went wrong first, then what is new. */
export function packNoticeOf(
  { inUse, waiting, refused }: PackState,
  pack: Pack,
  /** When the agent last waved a refusal away. */
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
