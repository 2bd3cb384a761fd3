import * as v from 'valibot';
import { baseRevisionSchema, revisionSchema } from '../../../calls/vocabulary/whole-number.ts';
import { noteFactsSchema, noteSchema } from '../../note/note.ts';
import { instantSchema, text } from '../../team/envelope.ts';
import { teamEventSchema, writtenEventSchema } from '../../team/team-event.ts';

/** Of a record: ids are keys of rows. */
export const idSchema = v.pipe(text(80), v.regex(/^\P{C}+$/u));

/** A note in sync. Facts are items of their own; device and server each count own revisions. */
export const sharedNoteSchema = v.omit(noteSchema, ['revision', 'facts']);

/** An item of a push. Items are applied in their order. */
export const syncItemSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('note'),
    id: idSchema,
    /** The device's revision; grows with every change. The same revision is applied once. */
    revision: revisionSchema,
    /** The server's revision that the device has, from a pull or an `applied`; 0 for none. */
    base: baseRevisionSchema,
    note: sharedNoteSchema,
  }),
  v.strictObject({
    type: v.literal('facts'),
    /** The note's id. */
    id: idSchema,
    /** Grows each time the facts are finalized and never restarts; the highest is kept. */
    revision: revisionSchema,
    facts: noteFactsSchema,
  }),
  v.strictObject({ type: v.literal('team'), event: writtenEventSchema }),
  /** An event that the server had, with its receipt: by whomever, in case it was lost. */
  v.strictObject({ type: v.literal('restored'), event: teamEventSchema }),
  /** Deletes the note everywhere for good. Not sent when local retention removes a note. */
  v.strictObject({ type: v.literal('gone'), id: idSchema }),
  /** A lead's comment that the server had, with its receipt, in case it was lost. */
  v.strictObject({
    type: v.literal('restored-comment'),
    id: idSchema,
    note: idSchema,
    by: text(40),
    at: instantSchema,
    text: text(2_000),
    readAt: v.exactOptional(instantSchema),
    receipt: text(64),
  }),
  /** The agent had a comment on screen. The first time is kept. */
  v.strictObject({ type: v.literal('comment-read'), id: idSchema, at: instantSchema }),
]);

export type SharedNote = Readonly<v.InferOutput<typeof sharedNoteSchema>>;
export type SyncItem = Readonly<v.InferOutput<typeof syncItemSchema>>;
