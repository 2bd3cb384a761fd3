import * as v from 'valibot';
import { callerTitleSchema } from '../../../calls/vocabulary/caller-title.ts';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import { noteSchema } from '../../note/note.ts';
import { instantSchema, text } from '../../team/envelope.ts';
import { idSchema } from '../sync/sync-item.ts';

/** A note of the team as a lead sees it. */
export const reviewedNoteSchema = v.strictObject({
  /** Agent number of the author. */
  by: text(40),
  note: noteSchema,
  /**
   * Only with figures, whose notes have no number: `key` is equal for the same caller, `masked` is
   * the number as it may be shown.
   */
  caller: v.exactOptional(v.strictObject({ key: text(64), masked: text(40) })),
});

export const commentSchema = v.strictObject({
  id: idSchema,
  /** Agent number of the author. */
  by: text(40),
  at: instantSchema,
  text: text(2_000),
  /** When the note's author had it on screen. */
  readAt: v.optional(v.nullable(instantSchema), null),
});

export const newCommentSchema = v.strictObject({
  text: v.pipe(text(2_000), v.trim(), v.minLength(1)),
});

const instantText = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), instantSchema);

const afterSchema = v.optional(v.pipe(v.string(), v.regex(/^\P{C}{0,120}$/u)), '');

/** Calls from `from` to before `to`, oldest first. `after`: the `next` of the page before. */
export const noteQuerySchema = v.strictObject({
  from: instantText,
  to: instantText,
  after: afterSchema,
});

/** Rows that the server could not read, and left out. */
const unreadable = v.optional(countSchema, 0);

export const notePageSchema = v.strictObject({
  notes: v.array(reviewedNoteSchema),
  unreadable,
  /** Null at the end. */
  next: v.nullable(text(120)),
});

/** How a contact went; `closed-early`: a script was left, or the call ended, before its end. */
export const noteOutcomeSchema = v.picklist([
  'answered',
  'not-answered',
  'settled',
  'not-settled',
  'satisfied',
  'not-satisfied',
  'closed-early',
]);

const reviewFilters = {
  /** Agent number. */
  agent: v.optional(v.pipe(v.string(), v.regex(/^\P{C}{1,40}$/u))),
  category: v.optional(contactCategorySchema),
  /** Id of a situation that came up in the call. */
  situation: v.optional(idSchema),
  /** Only notes that are not marked as settled. */
  open: v.optional(v.literal('1')),
  outcome: v.optional(noteOutcomeSchema),
};

/** Newest first; a note must match every filter. */
export const reviewQuerySchema = v.strictObject({ ...noteQuerySchema.entries, ...reviewFilters });

/** In a body: what is looked for belongs to a person, and addresses are logged. */
export const noteSearchSchema = v.strictObject({
  ...{ from: instantSchema, to: instantSchema, after: afterSchema },
  ...reviewFilters,
  /** Each of them is in a name, a number or a text of the note. */
  words: v.pipe(v.array(v.pipe(text(40), v.trim(), v.minLength(1))), v.minLength(1), v.maxLength(5)),
  /** Of the person that the note is about. */
  title: v.optional(callerTitleSchema),
});

export const reviewPageSchema = v.strictObject({
  notes: v.array(
    v.strictObject({
      ...reviewedNoteSchema.entries,
      comments: countSchema,
    }),
  ),
  unreadable,
  /** Null at the end. A short page is not always the last one. */
  next: v.nullable(text(120)),
});

/** One note with its comments. */
export const fullNoteSchema = v.strictObject({
  ...reviewedNoteSchema.entries,
  comments: v.array(commentSchema),
});

/** `full`: with unmasked numbers. */
export const exportRequestSchema = v.strictObject({
  from: instantSchema,
  to: instantSchema,
  full: v.boolean(),
});

export const figuresExportSchema = v.omit(exportRequestSchema, ['full']);

export const exportAnswerSchema = v.strictObject({ notes: v.array(reviewedNoteSchema), unreadable });

export type NoteComment = Readonly<v.InferOutput<typeof commentSchema>>;
export type NoteOutcome = v.InferOutput<typeof noteOutcomeSchema>;
export type NoteSearch = Readonly<v.InferOutput<typeof noteSearchSchema>>;
export type ReviewQuery = Readonly<v.InferOutput<typeof reviewQuerySchema>>;
export type ReviewedNote = Readonly<v.InferOutput<typeof reviewedNoteSchema>>;
