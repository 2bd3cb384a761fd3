import * as v from 'valibot';
import { callIdSchema } from '../../../calls/events/event-kind.ts';
import { instantSchema, text } from '../../team/envelope.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** The agent's browser makes the id, so sending it twice is one request. */
export const newHelpRequestSchema = v.strictObject({
  id: uuid,
  call: callIdSchema,
  why: v.picklist(['abuse', 'harassment', 'cannot-answer']),
  /** One line for the helper, so that the caller need not repeat the story. */
  summary: text(300),
  at: instantSchema,
});

export const helpRequestSchema = v.strictObject({
  ...newHelpRequestSchema.entries,
  /** Agent number. */
  agent: text(40),
  /** Agent number of the helper; null while nobody has acknowledged. */
  acknowledged: v.nullable(v.strictObject({ by: text(40), at: instantSchema })),
  /** When the agent withdrew it or the call ended. */
  overAt: v.nullable(instantSchema),
});

export const helpListSchema = v.strictObject({ requests: v.array(helpRequestSchema) });

/** From a supervisor or lead into an agent's panel. */
export const newHelpMessageSchema = v.strictObject({
  id: uuid,
  /** Agent number. */
  to: text(40),
  /** The panel shows the message with this call only; null: at any time. */
  call: v.nullable(callIdSchema),
  text: v.pipe(text(500), v.trim(), v.minLength(1)),
});

export const helpMessageSchema = v.strictObject({
  ...newHelpMessageSchema.entries,
  by: text(40),
  at: instantSchema,
});

export type NewHelpRequest = Readonly<v.InferOutput<typeof newHelpRequestSchema>>;
export type HelpRequest = Readonly<v.InferOutput<typeof helpRequestSchema>>;
export type HelpMessage = Readonly<v.InferOutput<typeof helpMessageSchema>>;
