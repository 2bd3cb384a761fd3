import type { PushResult } from '../../contract/api/sync/push.ts';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import { redact } from '../../contract/numbers/redact.ts';
import { readOr } from '../database/readable.ts';
import type { Actor } from '../http/serve.ts';
import { applyEvent, applyRestored, type Writer } from './apply-event.ts';
import { applyNote } from './apply-note.ts';
import { isReceipt, receiptOfComment } from './event-receipt.ts';
import { type PushTime, timeOfItem } from './item-time.ts';
import { refusedItem } from './refused-item.ts';
import { readSharedNote } from './stored-body.ts';
import type { ItemNumbers, TeamState } from './team-state.ts';

/** What a clock of unknown distance may be ahead: by a day more it is a wrong date. */
const MOST_AHEAD_MS = 24 * 3_600_000;

/** Applies one item to the team's state. */
export function applyItem(
  state: TeamState,
  actor: Writer,
  item: SyncItem,
  numbers: ItemNumbers,
  time: PushTime,
): PushResult {
  const { now } = time;
  const offset = item.type === 'facts' ? (noteShift(state, item.id) ?? time.offset) : time.offset;
  const at = timeOfItem(item, offset) ?? 0;
  if (at > now + MOST_AHEAD_MS) return refusedItem('in-future');
  switch (item.type) {
    case 'note':
      return applyNote(state, actor, item, numbers, time);
    case 'facts':
      return applyFacts(state, actor, item, numbers, Math.min(at, now));
    case 'team':
      return applyEvent(state, actor, item.event, numbers, now);
    case 'restored':
      return applyRestored(state, actor, item.event, numbers, now);
    case 'gone':
      return applyGone(state, actor, item, now);
    case 'restored-comment':
      return applyRestoredComment(state, actor, item, numbers);
    case 'comment-read':
      return applyCommentRead(state, actor, item);
  }
}

/** Facts may arrive before their note, because each has its own outbox row. */
function applyFacts(
  state: TeamState,
  actor: Actor,
  item: SyncItem & { type: 'facts' },
  { redaction }: ItemNumbers,
  at: number,
): PushResult {
  const { id, revision } = item;
  const facts = redact(item.facts, redaction);
  if (state.isGone('note', id)) return { outcome: 'gone' };
  const known = state.find('facts', id);
  const owner = (state.find('note', id) ?? known)?.owner;
  if (owner !== undefined && owner !== actor.member) return refusedItem('not-yours');
  if (known !== null && revision <= known.revision) return { outcome: 'already' };
  state.put({
    kind: 'facts',
    id,
    revision,
    owner: actor.member,
    at,
    subject: id,
    numberKeys: [],
    body: facts,
  });
  return { outcome: 'applied', revision };
}

/** Leaves a tombstone even for an unknown note, because its push may arrive later. */
function applyGone(
  state: TeamState,
  actor: Actor,
  { id }: SyncItem & { type: 'gone' },
  now: number,
): PushResult {
  const known = state.find('note', id);
  if (known !== null && known.owner !== actor.member) return refusedItem('not-yours');
  if (known !== null && known.body === null) return { outcome: 'already' };
  state.bury('note', id, actor.member, now);
  return { outcome: 'applied', revision: (known?.revision ?? 0) + 1 };
}

/** With a receipt of this server: what the database lost comes back, before or after its note. */
function applyRestoredComment(
  state: TeamState,
  actor: Writer,
  { receipt, readAt, ...comment }: SyncItem & { type: 'restored-comment' },
  { redaction }: ItemNumbers,
): PushResult {
  const { id, note, by, at } = comment;
  if (state.isGone('note', note)) return { outcome: 'gone' };
  if (!isReceipt(receipt, receiptOfComment(actor.receiptKey, actor.team, comment)))
    return refusedItem('not-by-you');
  const owner = state.find('note', note)?.owner ?? actor.member;
  if (owner !== actor.member) return refusedItem('not-yours');
  if (state.find('comment', id) !== null) {
    return readAt === undefined
      ? { outcome: 'already' }
      : applyCommentRead(state, actor, { type: 'comment-read', id, at: readAt });
  }
  const revision = readAt === undefined ? 1 : 2;
  const read = readAt === undefined ? {} : { readAt };
  // A number that the text names may have been erased since.
  const text = redact(comment.text, redaction);
  const body = { type: 'comment', note, id, by, at, text, ...read };
  state.put({ kind: 'comment', id, revision, owner, at, subject: note, numberKeys: [], body });
  return { outcome: 'applied', revision };
}

/** The agent's other devices receive it and show the comment as read. */
function applyCommentRead(
  state: TeamState,
  actor: Actor,
  { id, at: readAt }: SyncItem & { type: 'comment-read' },
): PushResult {
  const known = state.find('comment', id);
  // The comment was deleted with its note, which the device learns by a pull.
  if (known === null) return { outcome: 'already' };
  if (known.owner !== actor.member) return refusedItem('not-yours');
  if (known.revision > 1) return { outcome: 'already' };
  const body = { ...(typeof known.body === 'object' ? known.body : {}), readAt };
  state.put({ ...known, revision: 2, body });
  return { outcome: 'applied', revision: 2 };
}

/** How far the note is from its device's clock at the server; null for an unknown note. */
function noteShift(state: TeamState, id: string): number | null {
  const known = state.find('note', id);
  const note = known === null ? null : readOr(null, () => readSharedNote(known.body));
  return known === null || note === null ? null : known.at - note.createdAt;
}
