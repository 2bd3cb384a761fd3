import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../contract/release/canonical-json.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';

/** What a lead wrote: the agent's reading is not part of it. */
export interface WrittenComment {
  readonly id: string;
  readonly note: string;
  readonly by: string;
  readonly at: number;
  readonly text: string;
}

/** Proof that a lead of the team wrote this comment. No event has the field `comment`. */
export function receiptOfComment(key: string, team: string, comment: WrittenComment): string {
  const { id, note, by, at, text } = comment;
  return sign(key, team, { comment: id, note, by, at, text });
}

/**
 * Proof that this server took the event, by whom and when: an HMAC with a key of the organisation
 * that no device has. It does not name the place in the order, which may change after a restore.
 */
export function receiptOf(key: string, team: string, event: TeamEvent): string {
  const { seq: _, receipt: __, ...acknowledged } = event;
  return sign(key, team, acknowledged);
}

function sign(key: string, team: string, what: object): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(`${team} ${canonicalJson(what)}`)
    .digest('base64url');
}

/** In constant time. */
export function isReceipt(receipt: string, expected: string): boolean {
  const [given, right] = [Buffer.from(receipt), Buffer.from(expected)];
  return given.length === right.length && timingSafeEqual(given, right);
}
