import * as v from 'valibot';
import { callerTitleSchema } from '../../calls/vocabulary/caller-title.ts';
import { callBackOutcomeSchema } from '../pack/call-back-outcome.ts';
import { envelope, instantSchema, text } from './envelope.ts';

/** Call-backs of handbook §5. `subject` is the call-back. */
export const callBackEventSchemas = [
  v.strictObject({
    type: v.literal('call-back-planned'),
    ...envelope,
    number: text(64),
    surname: text(40),
    title: v.nullable(callerTitleSchema),
    /** What it is about, in the agent's words. */
    matter: text(2_000),
    dueAt: instantSchema,
    /** True if the customer named the time, which may then lie beyond the days of the pack. */
    agreed: v.boolean(),
    vip: v.boolean(),
    /** The work order whose answer it brings, or null. */
    order: v.nullable(text(80)),
  }),
  v.strictObject({
    type: v.literal('call-back-tried'),
    ...envelope,
    outcome: callBackOutcomeSchema,
    remarks: text(2_000),
    /** When to try again; null where it is not needed. */
    nextAt: v.nullable(instantSchema),
    /** The call's note, if it stands on this computer. */
    note: v.nullable(text(80)),
  }),
  v.strictObject({
    type: v.literal('call-back-moved'),
    ...envelope,
    dueAt: instantSchema,
    agreed: v.boolean(),
  }),
  v.strictObject({ type: v.literal('call-back-dropped'), ...envelope, reason: text(500) }),
] as const;

export type CallBackEvent = Readonly<v.InferOutput<(typeof callBackEventSchemas)[number]>>;
