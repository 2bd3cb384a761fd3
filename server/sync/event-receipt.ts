import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../contract/release/canonical-json.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';

/**
 * Proof that this server took the event, by whom and when: an HMAC with a key of the organisation
 * that no device has. It does not name the place in the order, which may change after a restore.
 */
export function receiptOf(key: string, team: string, event: TeamEvent): string {
  const { seq: _, receipt: __, ...acknowledged } = event;
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(`${team} ${canonicalJson(acknowledged)}`)
    .digest('base64url');
}

export function isReceipt(receipt: string, key: string, team: string, event: TeamEvent): boolean {
  const [given, right] = [Buffer.from(receipt), Buffer.from(receiptOf(key, team, event))];
  return given.length === right.length && timingSafeEqual(given, right);
}
