import * as v from 'valibot';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import { MOST_DOCUMENT_CHARACTERS } from '../../release/release-messages.ts';
import { text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';
import { presenceEntrySchema } from '../presence/agent-state.ts';
import { helpMessageSchema, helpRequestSchema } from '../presence/help-request.ts';
import { phoneEventSchema } from './phone-event.ts';

const count = countSchema;

/**
 * One server-sent event. All but `presence`, `phone`, `receipt` and `changed` have an id and are
 * repeated after a break (Last-Event-ID). An event adds no information of its own, but for `phone`:
 * it says that it is time to ask.
 */
export const serverEventSchema = v.variant('type', [
  /** First on every connection; its id is that of the newest event. */
  v.strictObject({ type: v.literal('hello') }),
  /** Too many events were missed to repeat them: load everything again. */
  v.strictObject({ type: v.literal('reset') }),
  v.strictObject({
    type: v.literal('release'),
    sequence: count,
    digest: text(64),
    /** The signed bytes, gzip in base64; null: fetch them. */
    document: v.nullable(text(MOST_DOCUMENT_CHARACTERS)),
  }),
  /** A new list of signers. */
  v.strictObject({ type: v.literal('team-keys'), sequence: count }),
  /** Another lead saved a draft. */
  v.strictObject({ type: v.literal('draft'), draft: text(80), revision: count, by: text(40) }),
  /** For supervisors and leads, and for the agent who asked. */
  v.strictObject({ type: v.literal('help'), request: helpRequestSchema }),
  v.strictObject({ type: v.literal('message'), message: helpMessageSchema }),
  /** For those who may see presence. */
  v.strictObject({ type: v.literal('presence'), agents: v.array(presenceEntrySchema) }),
  phoneEventSchema,
  /** For those who publish: a device received a release, or its change note was read. */
  v.strictObject({ type: v.literal('receipt'), sequence: count }),
  /** For the member: what /v1/me answers, or the list of their devices, has changed. */
  v.strictObject({ type: v.literal('member') }),
  /** Something of the team changed: pull. */
  v.strictObject({ type: v.literal('changed') }),
]);

export const eventsApi = {
  stream: endpoint({
    method: 'GET',
    path: '/v1/events',
    permission: 'participate',
    summary: 'Server-sent events. With Last-Event-ID it begins with those that were missed.',
    answer: serverEventSchema,
    errors: ['unavailable', 'too-many'],
  }),
};

export type ServerEvent = Readonly<v.InferOutput<typeof serverEventSchema>>;
