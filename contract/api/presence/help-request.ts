import * as v from 'valibot';
import { instantSchema, text } from '../../team/envelope.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** One key in a call. The id is made by the agent's browser: pressing twice asks once. */
export const newHelpRequestSchema = v.strictObject({
  id: uuid,
  call: text(200),
  why: v.picklist(['abuse', 'harassment', 'cannot-answer']),
  /** One line for whoever takes over, so that the caller need not start again. */
  summary: text(300),
  at: instantSchema,
});

export const helpRequestSchema = v.strictObject({
  ...newHelpRequestSchema.entries,
  /** Number of the agent who asks. */
  agent: text(40),
  /** Who is coming, and since when; null while nobody has said so. */
  acknowledged: v.nullable(v.strictObject({ by: text(40), at: instantSchema })),
  /** Taken back by the agent, or the call is over. */
  overAt: v.nullable(instantSchema),
});

export const helpListSchema = v.strictObject({ requests: v.array(helpRequestSchema) });

/** From a supervisor or lead into the panel of a live call. */
export const newHelpMessageSchema = v.strictObject({
  id: uuid,
  /** Agent number. */
  to: text(40),
  /** The call it is about; the panel shows it with that call only. Null: at any time. */
  call: v.nullable(text(200)),
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
