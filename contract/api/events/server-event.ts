import * as v from 'valibot';
import { text } from '../../team/envelope.ts';
import { presenceEntrySchema } from '../presence/agent-state.ts';
import { helpMessageSchema, helpRequestSchema } from '../presence/help-request.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What the server tells on `GET /v1/events`. Every one but `floor`, `receipt` and `changed` has an id and is repeated after a break
 * (Last-Event-ID). Each is also to be had by asking: an event only says that it is time to ask.
 */
export const serverEventSchema = v.variant('type', [
  /** First on every connection; its id is where the stream stands. */
  v.strictObject({ type: v.literal('hello') }),
  /** Too much was missed to tell it one by one: ask for everything anew. */
  v.strictObject({ type: v.literal('reset') }),
  v.strictObject({
    type: v.literal('release'),
    sequence: count,
    digest: v.string(),
    /** The signed bytes, gzip in base64; null where they are to be asked for. */
    document: v.nullable(v.string()),
  }),
  /** A new list of signers. */
  v.strictObject({ type: v.literal('team-keys'), sequence: count }),
  /** Another lead saved a draft. */
  v.strictObject({ type: v.literal('draft'), draft: text(80), revision: count, by: text(40) }),
  /** To supervisors and leads when it is asked, to the agent too when something comes of it. */
  v.strictObject({ type: v.literal('help'), request: helpRequestSchema }),
  v.strictObject({ type: v.literal('message'), message: helpMessageSchema }),
  /** To those who see the floor. */
  v.strictObject({ type: v.literal('presence'), agents: v.array(presenceEntrySchema) }),
  /** To those who publish: a release came to a device, or its change note was read. */
  v.strictObject({ type: v.literal('receipt'), sequence: count }),
  /** To the member: what they are in the team has changed, ask `GET /v1/me`. */
  v.strictObject({ type: v.literal('member') }),
  /** Something of the team changed: pull. */
  v.strictObject({ type: v.literal('changed') }),
]);

export type ServerEvent = Readonly<v.InferOutput<typeof serverEventSchema>>;
