import * as v from 'valibot';
import { type PulledItem, pulledItemSchema } from '../../contract/api/sync/pull.ts';
import { noteFactsSchema } from '../../contract/note/note.ts';
import { instantSchema } from '../../contract/team/envelope.ts';
import { teamEventSchema } from '../../contract/team/team-event.ts';
import { readOr } from '../database/readable.ts';
import { readSharedNote } from './stored-body.ts';
import type { NumberedRecord, SyncRecord } from './team-state.ts';

export type Overruled = (PulledItem & { type: 'note' })['overruled'];

/** A record as the extension receives it. Throws on an invalid body (readable.ts). */
export function itemOfRecord(record: NumberedRecord, overruled: Overruled): PulledItem {
  const { kind, id, revision, body } = record;
  switch (kind) {
    case 'note':
      return body === null
        ? { type: 'gone', of: 'note', id }
        : v.parse(pulledItemSchema, { type: 'note', id, revision, note: readSharedNote(body), overruled });
    case 'facts':
      return { type: 'facts', id, facts: v.parse(noteFactsSchema, body) };
    case 'event':
      // A redacted event is pulled anew; its place in the order is that of the first time.
      return { type: 'team', event: v.parse(teamEventSchema, { seq: record.seq, ...Object(body) }) };
    case 'comment':
      return v.parse(pulledItemSchema, body);
    case 'subject':
      return { type: 'gone', of: 'subject', id };
    case 'erasure':
      return { type: 'erased', erasure: record.seq };
  }
}

/**
 * True if the record will be read again as it is going to be stored: as JSON, and with a time that
 * the column takes. What reading refuses is not committed.
 */
export function willBeRead(record: SyncRecord): boolean {
  if (!v.is(instantSchema, record.at)) return false;
  const body: unknown = record.body === null ? null : JSON.parse(JSON.stringify(record.body));
  return readOr(false, () => itemOfRecord({ ...record, body, seq: 1 }, []) !== null);
}
