import { isDeepStrictEqual } from 'node:util';
import { may } from '../../contract/api/members/role.ts';
import type { PushResult } from '../../contract/api/sync/push.ts';
import { effectiveTime } from '../../contract/team/event-order.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { redactEvent } from '../erasure/redact-event.ts';
import type { Actor } from '../http/serve.ts';
import { isReceipt, receiptOf } from './event-receipt.ts';
import { refusedItem } from './refused-item.ts';
import type { ItemNumbers, TeamState } from './team-state.ts';

/** Who pushes, with the key of the organisation's receipts. */
export type Writer = Actor & { readonly receiptKey: string };

/** An event that a device wrote and the server sees for the first time, or again. */
export function applyEvent(
  state: TeamState,
  writer: Writer,
  event: TeamEvent,
  numbers: ItemNumbers,
  now: number,
): PushResult {
  // What keeps callers from everybody is for leads and supervisors.
  const isForTeam = 'scope' in event && event.scope === 'team';
  const isOwn = otherAuthor(event, writer) === null && !isForTeam;
  const mayWrite = isOwn || may(writer.role, 'write-for-others');
  const isAllowed = mayWrite && (!isHandedOut(event) || may(writer.role, 'assign-call-backs'));
  const received = { ...event, receivedAt: now };
  const receipt = receiptOf(writer.receiptKey, writer.team, received);
  return store(state, { ...received, receipt }, numbers, isAllowed, now);
}

/** In whose name it is, if not the writer's. `as`: the agent number, where there is one. */
export function otherAuthor(event: TeamEvent, writer: Actor): { readonly as: string | null } | null {
  if (event.by !== writer.number) return { as: event.by };
  if (event.type === 'shift-changed' && event.subject !== event.by) return { as: event.subject };
  return 'onBehalfOf' in event && event.onBehalfOf !== null ? { as: null } : null;
}

/** Work that the writer gives to somebody else, or to the whole team as a list. */
export function isHandedOut(event: TeamEvent): boolean {
  if (event.type === 'call-back-assigned') return true;
  if (event.type !== 'call-back-planned') return false;
  const { assignedTo = null, list } = event;
  return list !== undefined || (assignedTo !== null && assignedTo !== event.by);
}

/** An event with a receipt of this server, by any device: what the database lost comes back. */
export function applyRestored(
  state: TeamState,
  { team, receiptKey }: Writer,
  { seq: _, ...event }: TeamEvent,
  numbers: ItemNumbers,
  now: number,
): PushResult {
  const isProved =
    event.receipt !== undefined && isReceipt(event.receipt, receiptOf(receiptKey, team, event));
  return store(state, event, numbers, isProved, now);
}

function store(
  state: TeamState,
  event: TeamEvent,
  { keys: numberKeys, redaction }: ItemNumbers,
  isAllowed: boolean,
  now: number,
): PushResult {
  const { id } = event;
  const at = effectiveTime(event);
  // The subject of a shift event is an agent and is never deleted.
  const subject = event.type === 'shift-changed' ? null : event.subject;
  if (subject !== null && state.isGone('subject', subject)) return { outcome: 'gone' };
  const known = state.find('event', id);
  if (known !== null) return isSame(known.body, event) ? { outcome: 'already' } : refusedItem('id-in-use');
  if (!isAllowed) return refusedItem('not-by-you');
  const erasedWith = erasedKeys(state, event, numberKeys);
  if (subject !== null && erasedWith.length > 0) {
    state.bury('subject', subject, null, at, erasedWith);
    return { outcome: 'gone' };
  }
  const body = redactEvent(event, redaction, { has: (id) => state.isErasedSubject(id) }, now);
  state.put({ kind: 'event', id, revision: 1, owner: null, at, subject, numberKeys, body });
  return { outcome: 'applied', revision: 1 };
}

/** Keys of the erased number that it is about, itself or by the order for which it was made. */
function erasedKeys(state: TeamState, event: TeamEvent, keys: readonly string[]): readonly string[] {
  if (state.isErased(keys, effectiveTime(event))) return keys;
  const parent = subjectsNamedIn(event).find((id) => state.isErasedSubject(id));
  return event.type === 'handover-signed' || parent === undefined
    ? []
    : (state.find('subject', parent)?.numberKeys ?? []);
}

/** The orders for which an event makes something, or the matters of a signed handover. */
export function subjectsNamedIn(event: TeamEvent): readonly string[] {
  switch (event.type) {
    case 'call-back-planned':
      return event.order === null ? [] : [event.order];
    case 'work-order-opened':
      return event.follows === null ? [] : [event.follows];
    case 'handover-signed':
      return event.lines.map(({ of }) => of);
    default:
      return [];
  }
}

/**
 * Whether a device wrote both: what the server added may differ, and what it redacted is not
 * compared.
 */
function isSame(one: unknown, other: object): boolean {
  if (typeof one === 'object' && one !== null && 'redactedAt' in one) return true;
  const added = { receivedAt: 0, receipt: '' };
  return isDeepStrictEqual({ ...Object(one), ...added }, { ...other, ...added });
}
