import * as v from 'valibot';
import { type PulledItem, pulledItemSchema } from '../../contract/api/sync/pull.ts';
import { noteFactsSchema } from '../../contract/note/note.ts';
import { teamEventSchema } from '../../contract/team/team-event.ts';
import { readSharedNote } from './stored-body.ts';
import type { NumberedRecord } from './team-state.ts';

type Overruled = (PulledItem & { type: 'note' })['overruled'];

/** A record as it travels to the extension. Throws on a body that no version of the server has written. */
export function itemOfRecord(record: NumberedRecord, overruled: Overruled): PulledItem {
  const { kind, id, revision, at, body } = record;
  switch (kind) {
    case 'note':
      return body === null
        ? { type: 'gone', of: 'note', id }
        : { type: 'note', id, revision, note: readSharedNote(body), overruled };
    case 'facts':
      return { type: 'facts', id, facts: v.parse(noteFactsSchema, body) };
    case 'event':
      return { type: 'team', event: v.parse(teamEventSchema, { ...Object(body), seq: record.seq }) };
    case 'comment':
      return v.parse(pulledItemSchema, body);
    case 'subject':
      return { type: 'gone', of: 'subject', id };
    case 'erasure':
      return { type: 'erased', numberKey: id, before: at };
  }
}
