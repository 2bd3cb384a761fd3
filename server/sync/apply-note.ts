import type { PushResult } from '../../contract/api/sync/push.ts';
import type { SharedNote, SyncItem } from '../../contract/api/sync/sync-item.ts';
import { fieldsOf, mergeFields } from '../../contract/note/merge-fields.ts';
import type { NoteFields } from '../../contract/note/note.ts';
import { redact } from '../../contract/numbers/redact.ts';
import { readOr } from '../database/readable.ts';
import type { Actor } from '../http/serve.ts';
import { type PushTime, timeOfItem, updateTime } from './item-time.ts';
import { refusedItem } from './refused-item.ts';
import { readSharedNote } from './stored-body.ts';
import type { ItemNumbers, NoteVersion, SyncRecord, TeamState } from './team-state.ts';

/**
 * Merges a note of one device into the server's. The device's changes are relative to the last
 * common version. If two devices changed a field, the later `updatedAt` wins and the earlier text
 * is kept.
 */
export function applyNote(
  state: TeamState,
  actor: Actor,
  item: SyncItem & { type: 'note' },
  { keys: numberKeys, redaction }: ItemNumbers,
  time: PushTime,
): PushResult {
  const { id } = item;
  const { now } = time;
  const note = { ...redact(item.note, redaction), updatedAt: updateTime(item.note, time.offset) };
  const { createdAt } = note;
  // Known at the first push; a clock that is set later moves no note.
  const sentAt = Math.min(timeOfItem(item, time.offset) ?? createdAt, now);
  const known = state.find('note', id);
  if (known !== null && known.owner !== actor.member) return refusedItem('not-yours');
  if (known !== null && known.body === null) return { outcome: 'gone' };
  if (state.isErased(numberKeys, sentAt)) {
    state.bury('note', id, actor.member, now, numberKeys);
    return { outcome: 'gone' };
  }
  const last = state.lastOf(actor.device, id);
  if (last !== null && item.revision === last.deviceRevision) return sameAnswer(last);
  if (last !== null && item.revision < last.deviceRevision) return { outcome: 'already' };
  // What cannot be read any more is replaced by what the device has.
  const stored = known === null ? null : readOr(null, () => readSharedNote(known.body));
  const { merged, overruled } =
    stored === null ? asSent(note) : merge(commonVersion(state, actor, item), note, stored);
  const isAsSent = same(merged, fieldsOf(item.note));
  const revision = (known?.revision ?? 0) + 1;
  const body: SharedNote = {
    ...(stored ?? note),
    ...merged,
    updatedAt: Math.max(note.updatedAt, stored?.updatedAt ?? 0),
  };
  const keys = [...new Set([...(known?.numberKeys ?? []), ...numberKeys])];
  const at = isPlaced(known, stored) ? known.at : sentAt;
  state.put({ kind: 'note', id, revision, owner: actor.member, at, subject: null, numberKeys: keys, body });
  state.addVersion({
    ...{ note: id, revision, device: actor.device, deviceRevision: item.revision },
    ...{ fields: merged, sent: isAsSent ? null : fieldsOf(note), overruled, at: note.updatedAt },
  });
  return { outcome: isAsSent ? 'applied' : 'merged', revision };
}

/** The server's time of the note differs from the device's: an offset was known before. */
function isPlaced(known: SyncRecord | null, stored: SharedNote | null): known is SyncRecord {
  return known !== null && stored !== null && known.at !== stored.createdAt;
}

/** Repeats the first answer, which may have been lost: the device needs its revision. */
function sameAnswer({ revision, sent }: NoteVersion): PushResult {
  return { outcome: sent === null ? 'applied' : 'merged', revision };
}

/** The last common version of this device and the server; null if it is unknown. */
function commonVersion(state: TeamState, actor: Actor, item: SyncItem & { type: 'note' }): NoteFields | null {
  const last = state.lastOf(actor.device, item.id);
  if (last !== null && last.revision >= item.base) return last.sent ?? last.fields;
  return state.version(item.id, item.base)?.fields ?? null;
}

interface Merged {
  readonly merged: NoteFields;
  readonly overruled: NoteFields | null;
}

const asSent = (note: SharedNote): Merged => ({ merged: fieldsOf(note), overruled: null });

function merge(base: NoteFields | null, incoming: SharedNote, stored: SharedNote): Merged {
  const isLater = incoming.updatedAt >= stored.updatedAt;
  const [later, earlier] = isLater
    ? [fieldsOf(incoming), fieldsOf(stored)]
    : [fieldsOf(stored), fieldsOf(incoming)];
  if (base === null) return { merged: later, overruled: same(later, earlier) ? null : earlier };
  const { merged, lost } = mergeFields(base, later, earlier);
  return { merged, overruled: lost };
}

function same(a: NoteFields, b: NoteFields): boolean {
  return JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}
