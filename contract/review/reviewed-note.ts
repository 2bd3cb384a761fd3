import * as v from 'valibot';
import { noteSchema } from '../note.ts';
import { idSchema } from '../sync/sync-item.ts';
import { instantSchema, text } from '../team/envelope.ts';

/** A note of the team as a lead sees it. */
export const reviewedNoteSchema = v.strictObject({
  /** Agent number of who wrote it. */
  by: text(40),
  note: noteSchema,
});

export const commentSchema = v.strictObject({
  id: idSchema,
  /** Agent number of who wrote it. */
  by: text(40),
  at: instantSchema,
  text: text(2_000),
});

export const newCommentSchema = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000)),
});

const instantText = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

/** Calls from `from` to before `to`, oldest first. `after`: the `next` of the page before. */
export const noteQuerySchema = v.strictObject({
  from: instantText,
  to: instantText,
  after: v.optional(v.pipe(v.string(), v.regex(/^\P{C}{0,120}$/u)), ''),
});

export const notePageSchema = v.strictObject({
  notes: v.array(reviewedNoteSchema),
  /** Null at the end. */
  next: v.nullable(v.string()),
});

/** One note with what was said about it. */
export const fullNoteSchema = v.strictObject({
  ...reviewedNoteSchema.entries,
  comments: v.array(commentSchema),
});

/** `full`: with the numbers. On record either way. */
export const exportRequestSchema = v.strictObject({
  from: instantSchema,
  to: instantSchema,
  full: v.boolean(),
});

export const exportAnswerSchema = v.strictObject({ notes: v.array(reviewedNoteSchema) });

export type ReviewedNote = Readonly<v.InferOutput<typeof reviewedNoteSchema>>;
