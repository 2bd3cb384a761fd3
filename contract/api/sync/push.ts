import * as v from 'valibot';

/** More than this in one request is refused whole (`malformed`). */
export const MOST_PUSHED_ITEMS = 500;

/** `items` are SyncItems; each is parsed by itself, so that one bad item does not hold up the others. */
export const pushRequestSchema = v.strictObject({
  items: v.pipe(v.array(v.unknown()), v.maxLength(MOST_PUSHED_ITEMS)),
});

/** Why one item was not taken. It will not be taken later either: show it, with its note. */
export const itemRefusalSchema = v.picklist([
  /** It is not a SyncItem of this version; `detail` names the place. */
  'malformed',
  /** The note belongs to another agent. */
  'not-yours',
  /** A team event that names another agent as its writer, or another agent's state. */
  'not-by-you',
  /** The id is taken by something else. */
  'id-in-use',
  /** Its time lies more than a day ahead: the computer's clock is wrong. */
  'in-future',
]);

export const pushResultSchema = v.variant('outcome', [
  /** Stored. `revision` is the server's, and the next `base`. */
  v.strictObject({ outcome: v.literal('applied'), revision: v.number() }),
  /** Stored earlier, or overtaken by something newer of this device. */
  v.strictObject({ outcome: v.literal('already') }),
  /** Another device had changed the note: merged by field. The next pull brings it; `base` stays until then. */
  v.strictObject({ outcome: v.literal('merged'), revision: v.number() }),
  /** Deleted or erased in the meantime: delete it here too. */
  v.strictObject({ outcome: v.literal('gone') }),
  v.strictObject({
    outcome: v.literal('refused'),
    reason: itemRefusalSchema,
    /** For `malformed`: where, such as `note.text`; never the value. */
    detail: v.nullable(v.string()),
  }),
]);

/** One result an item, in their order. It is sent after everything it names is on the disk. */
export const pushAnswerSchema = v.strictObject({ results: v.array(pushResultSchema) });

export type PushRequest = Readonly<v.InferOutput<typeof pushRequestSchema>>;
export type ItemRefusal = v.InferOutput<typeof itemRefusalSchema>;
export type PushResult = Readonly<v.InferOutput<typeof pushResultSchema>>;
export type PushAnswer = Readonly<v.InferOutput<typeof pushAnswerSchema>>;
