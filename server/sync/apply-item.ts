import type { PushResult } from '../../contract/api/sync/push.ts';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import { redact } from '../../contract/numbers/redact.ts';
import type { Actor } from '../http/serve.ts';
import { applyEvent, applyRestored, type Writer } from './apply-event.ts';
import { applyNote } from './apply-note.ts';
import { refusedItem } from './refused-item.ts';
import type { ItemNumbers, TeamState } from './team-state.ts';

/** Clocks of workstations drift by minutes; a day means a wrong date. */
const MOST_AHEAD_MS = 24 * 3_600_000;

/** Applies one item to the team's state. */
export function applyItem(
  state: TeamState,
  actor: Writer,
  item: SyncItem,
  numbers: ItemNumbers,
  now: number,
): PushResult {
  if (timeOf(item) > now + MOST_AHEAD_MS) return refusedItem('in-future');
  switch (item.type) {
    case 'note':
      return applyNote(state, actor, item, numbers, now);
    case 'facts':
      return applyFacts(state, actor, item, numbers);
    case 'team':
      return applyEvent(state, actor, item.event, numbers, now);
    case 'restored':
      return applyRestored(state, actor, item.event, numbers, now);
    case 'gone':
      return applyGone(state, actor, item, now);
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
): PushResult {
  const { id, revision } = item;
  const facts = redact(item.facts, redaction);
  if (state.isGone('note', id)) return { outcome: 'gone' };
  const known = state.find('facts', id);
  const owner = (state.find('note', id) ?? known)?.owner;
  if (owner !== undefined && owner !== actor.member) return refusedItem('not-yours');
  if (known !== null && revision <= known.revision) return { outcome: 'already' };
  const { endedAt: at } = facts;
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

function timeOf(item: SyncItem): number {
  switch (item.type) {
    case 'note':
      return Math.max(item.note.createdAt, item.note.updatedAt);
    case 'facts':
      return item.facts.endedAt;
    case 'team':
    case 'restored':
      return item.event.at;
    case 'comment-read':
      return item.at;
    case 'gone':
      return 0;
  }
}
