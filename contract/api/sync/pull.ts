import * as v from 'valibot';
import { noteFactsSchema, noteFieldsSchema } from '../../note/note.ts';
import { instantSchema, text } from '../../team/envelope.ts';
import { teamEventSchema } from '../../team/team-event.ts';
import { idSchema, sharedNoteSchema } from './sync-item.ts';

/**
 * What the server sends: everything the team shares, and the agent's own notes from all of the agent's devices. The same
 * item may come again, also as an echo of one's own push.
 */
export const pulledItemSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('note'),
    id: idSchema,
    /** The server's: a `base` for the next push. */
    revision: v.number(),
    note: sharedNoteSchema,
    /** What a device had written and another's later change overruled, oldest first. */
    overruled: v.array(v.strictObject({ at: instantSchema, fields: noteFieldsSchema })),
  }),
  v.strictObject({ type: v.literal('facts'), id: idSchema, facts: noteFactsSchema }),
  v.strictObject({ type: v.literal('team'), event: teamEventSchema }),
  /** A lead's remark on a note of this agent. */
  v.strictObject({
    type: v.literal('comment'),
    id: idSchema,
    note: idSchema,
    /** Agent number. */
    by: text(40),
    at: instantSchema,
    text: text(2_000),
    /** When it was read on one of the agent's devices. */
    readAt: v.optional(instantSchema),
  }),
  /** `note`: with facts, undo steps and comments. `subject`: every team event about it. */
  v.strictObject({ type: v.literal('gone'), of: v.picklist(['note', 'subject']), id: idSchema }),
  /**
   * A person's number was erased: delete whatever on this computer belongs to it and is not newer than `before`.
   * `numberKey` is that of `numberKey()` in number-key.ts with the key that the enrolment brought.
   */
  v.strictObject({ type: v.literal('erased'), numberKey: v.string(), before: instantSchema }),
]);

export const pullQuerySchema = v.strictObject({
  /** From the last answer; empty for everything. */
  cursor: v.optional(v.pipe(v.string(), v.maxLength(120)), ''),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(1_000)),
    '500',
  ),
});

/**
 * `items` are PulledItems. An extension skips one that it cannot read, and pulls everything once more after it was updated
 * to a higher SYNC_VERSION. `cursor` is opaque.
 */
export const pullAnswerSchema = v.strictObject({
  items: v.array(v.unknown()),
  cursor: v.string(),
  more: v.boolean(),
});

export type PulledItem = Readonly<v.InferOutput<typeof pulledItemSchema>>;
export type PullAnswer = Readonly<v.InferOutput<typeof pullAnswerSchema>>;
