import * as v from 'valibot';
import { boundedText } from '../../../calls/vocabulary/bounded-text.ts';
import { revisionSchema } from '../../../calls/vocabulary/whole-number.ts';
import { clockOffsetSchema } from '../../team/clock-offset.ts';
import { epochSchema } from './epoch.ts';

/** A request with more items is refused as a whole (`malformed`). */
export const MOST_PUSHED_ITEMS = 500;

export const pushRequestSchema = v.strictObject({
  /** SyncItems. Each is parsed alone, so that a bad one does not block the others. */
  items: v.pipe(v.array(v.unknown()), v.maxLength(MOST_PUSHED_ITEMS)),
  /** As the device knows it now: for items that do not say what it knew when it wrote them. */
  offset: v.exactOptional(clockOffsetSchema),
});

/** Why one item was refused. Sending it again does not help: show it with its note. */
export const itemRefusalSchema = v.picklist([
  /** Not a SyncItem of this version; `detail` names the place. */
  'malformed',
  /** The note belongs to another agent. */
  'not-yours',
  /** A team event with another agent as its author, or about another agent's state. */
  'not-by-you',
  /** Another item has this id. */
  'id-in-use',
  /** Its time is more than a day ahead by the server's clock, as far as the device knows it. */
  'in-future',
]);

const revision = revisionSchema;

export const pushResultSchema = v.variant('outcome', [
  /** Stored. `revision` is the server's, for the next `base`. */
  v.strictObject({ outcome: v.literal('applied'), revision }),
  /** Stored before, or older than what this device has sent since. */
  v.strictObject({ outcome: v.literal('already') }),
  /** Merged by field with another device's change. `base` stays until the next pull brings it. */
  v.strictObject({ outcome: v.literal('merged'), revision }),
  /** Deleted or erased meanwhile: delete it on the device too. */
  v.strictObject({ outcome: v.literal('gone') }),
  v.strictObject({
    outcome: v.literal('refused'),
    reason: itemRefusalSchema,
    /** For `malformed`: the place, such as `note.text`; never the value. */
    detail: v.nullable(boundedText(200)),
  }),
]);

/** One result per item, in their order, sent after all of them are on the disk. */
export const pushAnswerSchema = v.strictObject({
  results: v.array(pushResultSchema),
  epoch: v.exactOptional(epochSchema),
});

export type PushRequest = Readonly<v.InferOutput<typeof pushRequestSchema>>;
export type ItemRefusal = v.InferOutput<typeof itemRefusalSchema>;
export type PushResult = Readonly<v.InferOutput<typeof pushResultSchema>>;
export type PushAnswer = Readonly<v.InferOutput<typeof pushAnswerSchema>>;
