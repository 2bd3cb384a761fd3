import { isDeepStrictEqual } from 'node:util';
import { may } from '../../contract/api/members/role.ts';
import type { PushResult } from '../../contract/api/sync/push.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { Actor } from '../http/serve.ts';
import { isReceipt, receiptOf } from './event-receipt.ts';
import { refusedItem } from './refused-item.ts';
import type { TeamState } from './team-state.ts';

/** Who pushes, with the key of the organisation's receipts. */
export type Writer = Actor & { readonly receiptKey: string };

/** An event that a device wrote and the server sees for the first time, or again. */
export function applyEvent(
  state: TeamState,
  writer: Writer,
  event: TeamEvent,
  numberKeys: readonly string[],
  now: number,
): PushResult {
  const ownState = event.type !== 'shift-changed' || event.subject === event.by;
  const inOwnName =
    event.by === writer.number && ownState && !('onBehalfOf' in event && event.onBehalfOf !== null);
  const isAllowed = inOwnName || may(writer.role, 'write-for-others');
  const received = { ...event, receivedAt: now };
  const receipt = receiptOf(writer.receiptKey, writer.team, received);
  return store(state, { ...received, receipt }, numberKeys, isAllowed);
}

/** An event with a receipt of this server, by any device: what the database lost comes back. */
export function applyRestored(
  state: TeamState,
  { team, receiptKey }: Writer,
  { seq: _, ...event }: TeamEvent,
  numberKeys: readonly string[],
): PushResult {
  const isProved = event.receipt !== undefined && isReceipt(event.receipt, receiptKey, team, event);
  return store(state, event, numberKeys, isProved);
}

function store(
  state: TeamState,
  event: TeamEvent,
  numberKeys: readonly string[],
  isAllowed: boolean,
): PushResult {
  const { id, at } = event;
  // The subject of a shift event is an agent and is never deleted.
  const subject = event.type === 'shift-changed' ? null : event.subject;
  if (subject !== null && state.isGone('subject', subject)) return { outcome: 'gone' };
  const known = state.find('event', id);
  if (known !== null) return isSame(known.body, event) ? { outcome: 'already' } : refusedItem('id-in-use');
  if (!isAllowed) return refusedItem('not-by-you');
  if (subject !== null && state.isErased(numberKeys, at)) {
    state.bury('subject', subject, null, at);
    return { outcome: 'gone' };
  }
  state.put({ kind: 'event', id, revision: 1, owner: null, at, subject, numberKeys, body: event });
  return { outcome: 'applied', revision: 1 };
}

/** Whether a device wrote both: what the server added may differ. */
function isSame(one: unknown, other: object): boolean {
  const added = { receivedAt: 0, receipt: '' };
  return isDeepStrictEqual({ ...Object(one), ...added }, { ...other, ...added });
}
