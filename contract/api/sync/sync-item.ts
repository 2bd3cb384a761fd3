import * as v from 'valibot';
import { noteFactsSchema, noteSchema } from '../../note/note.ts';
import { instantSchema } from '../../team/envelope.ts';
import { writtenEventSchema } from '../../team/team-event.ts';

export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const revisionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A note as it travels. Facts travel by themselves, and every side counts revisions of its own. */
export const sharedNoteSchema = v.omit(noteSchema, ['revision', 'facts']);

/** What an extension sends. The order of items is kept. */
export const syncItemSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('note'),
    id: idSchema,
    /** This device's revision of the note; grows with every change, and the same one is applied once. */
    revision: revisionSchema,
    /** The server's revision that the device last took in, by a pull or an `applied`; 0 for none. */
    base: v.pipe(v.number(), v.integer(), v.minValue(0)),
    note: sharedNoteSchema,
  }),
  v.strictObject({
    type: v.literal('facts'),
    /** The note's id. */
    id: idSchema,
    /** Grows with every sealing of this note's facts and never starts over; the highest stays. */
    revision: revisionSchema,
    facts: noteFactsSchema,
  }),
  v.strictObject({ type: v.literal('team'), event: writtenEventSchema }),
  /** The note is to be deleted everywhere, for good. Not for a note whose time on this computer is over. */
  v.strictObject({ type: v.literal('gone'), id: idSchema }),
  /** The agent had a remark on one of their notes on screen. The first time stays. */
  v.strictObject({ type: v.literal('comment-read'), id: idSchema, at: instantSchema }),
]);

export type SharedNote = Readonly<v.InferOutput<typeof sharedNoteSchema>>;
export type SyncItem = Readonly<v.InferOutput<typeof syncItemSchema>>;
