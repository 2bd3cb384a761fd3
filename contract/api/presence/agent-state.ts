import * as v from 'valibot';
import { instantSchema, text } from '../../team/envelope.ts';

/** What an agent's browser says its agent is doing. A break and its reason are team events (contract/team/shift-event.ts). */
export const agentStateSchema = v.variant('state', [
  v.strictObject({ state: v.literal('present'), since: instantSchema }),
  v.strictObject({ state: v.literal('ringing'), since: instantSchema }),
  v.strictObject({
    state: v.literal('in-call'),
    since: instantSchema,
    /** For a message into this call; the number and the name of the caller stay with the agent. */
    call: text(200),
    /** Id of the situation on screen; null between scripts. */
    situation: v.nullable(text(60)),
  }),
  v.strictObject({ state: v.literal('wrap-up'), since: instantSchema }),
  v.strictObject({ state: v.literal('gone') }),
]);

/** A browser tells its state when it changes, and again after so long: who is silent for longer has gone. */
export const STATE_REPEATED_MS = 60_000;
export const STATE_EXPIRES_MS = 150_000;

export const presenceEntrySchema = v.strictObject({
  /** Agent number. */
  agent: text(40),
  state: agentStateSchema,
  /** When the server heard it last. */
  seenAt: instantSchema,
});

/** Everybody of a team who was heard of within STATE_EXPIRES_MS. */
export const presenceSchema = v.strictObject({ agents: v.array(presenceEntrySchema) });

export type AgentState = Readonly<v.InferOutput<typeof agentStateSchema>>;
export type PresenceEntry = Readonly<v.InferOutput<typeof presenceEntrySchema>>;
