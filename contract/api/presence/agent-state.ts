import * as v from 'valibot';
import { callIdSchema } from '../../../calls/events/event-kind.ts';
import { instantSchema, text } from '../../team/envelope.ts';

/** An agent's state as the browser reports it. Breaks are team events (contract/team/). */
export const agentStateSchema = v.variant('state', [
  v.strictObject({ state: v.literal('present'), since: instantSchema }),
  v.strictObject({ state: v.literal('ringing'), since: instantSchema }),
  v.strictObject({
    state: v.literal('in-call'),
    since: instantSchema,
    /** Target of messages into this call. The caller's number and name are not reported. */
    call: callIdSchema,
    /** Id of the situation on screen; null while no script runs. */
    situation: v.nullable(text(60)),
  }),
  v.strictObject({ state: v.literal('wrap-up'), since: instantSchema }),
  v.strictObject({ state: v.literal('gone') }),
]);

/** A state is sent again after this long, and expires if it was not. */
export const STATE_REPEATED_MS = 60_000;
export const STATE_EXPIRES_MS = 150_000;

export const presenceEntrySchema = v.strictObject({
  /** Agent number. */
  agent: text(40),
  state: agentStateSchema,
  /** When the server last received it. */
  seenAt: instantSchema,
});

/** Agents of a team whose state has not expired. */
export const presenceSchema = v.strictObject({ agents: v.array(presenceEntrySchema) });

export type AgentState = Readonly<v.InferOutput<typeof agentStateSchema>>;
export type PresenceEntry = Readonly<v.InferOutput<typeof presenceEntrySchema>>;
