import * as v from 'valibot';
import { countSchema, revisionSchema } from '../../../calls/vocabulary/whole-number.ts';
import { noteFactsSchema, noteFieldsSchema } from '../../note/note.ts';
import { eventSeqSchema, instantSchema, text } from '../../team/envelope.ts';
import { teamEventSchema } from '../../team/team-event.ts';
import { epochSchema } from './epoch.ts';
import { idSchema, sharedNoteSchema } from './sync-item.ts';

/**
 * An item that the server sends: what the team shares, and the agent's own notes from all of the
 * agent's devices. An item may come again, also after the device's own push.
 */
export const pulledItemSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('note'),
    id: idSchema,
    /** The server's, for the next `base`. */
    revision: revisionSchema,
    note: sharedNoteSchema,
    /** Fields that another device's later change replaced, oldest first. */
    overruled: v.array(v.strictObject({ at: instantSchema, fields: noteFieldsSchema })),
  }),
  v.strictObject({ type: v.literal('facts'), id: idSchema, facts: noteFactsSchema }),
  v.strictObject({ type: v.literal('team'), event: teamEventSchema }),
  /** A lead's comment on a note of this agent. */
  v.strictObject({
    type: v.literal('comment'),
    id: idSchema,
    note: idSchema,
    /** Agent number. */
    by: text(40),
    at: instantSchema,
    text: text(2_000),
    /** When the agent read it, on any device. */
    readAt: v.optional(instantSchema),
    /** The server's proof that the lead wrote it, for offering it again. */
    receipt: v.exactOptional(text(64)),
  }),
  /**
   * `note`: delete its facts, undo steps and comments too. `subject`: delete all its team events.
   */
  v.strictObject({ type: v.literal('gone'), of: v.picklist(['note', 'subject']), id: idSchema }),
  /**
   * A person's number was erased. Nothing here says which: ask with `checkNumbers` what to delete
   * of what only this device has.
   */
  v.strictObject({ type: v.literal('erased'), erasure: eventSeqSchema }),
]);

export const pullQuerySchema = v.strictObject({
  /** From the last answer; empty: from the beginning. */
  cursor: v.optional(text(120), ''),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(1_000)),
    '500',
  ),
});

/**
 * `items` are PulledItems. An extension skips an item that it cannot read, and pulls everything
 * again after an update to a higher SYNC_VERSION. `cursor` is opaque.
 */
export const pullAnswerSchema = v.strictObject({
  items: v.array(v.unknown()),
  cursor: text(120),
  more: v.boolean(),
  epoch: v.exactOptional(epochSchema),
  /** Records on this page that the server could not read, and left out. */
  unreadable: v.exactOptional(countSchema),
});

export type PulledItem = Readonly<v.InferOutput<typeof pulledItemSchema>>;
export type PullAnswer = Readonly<v.InferOutput<typeof pullAnswerSchema>>;
