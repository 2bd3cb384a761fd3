import * as v from 'valibot';
import { envelope, text } from './envelope.ts';

/** One thing that the next shift picks up, in words: what it was made from goes on changing. */
export const handoverLineSchema = v.strictObject({
  kind: v.picklist(['order', 'call-back', 'notice']),
  /** The order, call-back or notice. */
  of: text(80),
  text: text(1_000),
  /** Null where it has no time. */
  dueAt: v.nullable(v.number()),
});

/** A handover sheet (handbook §6.1): generated, completed by hand, signed by both shifts. `subject` is the sheet. */
export const handoverEventSchemas = [
  /** What is said aloud as well, and what the lead asked for. May be written again until the leaving shift signs. */
  v.strictObject({
    type: v.literal('handover-written'),
    ...envelope,
    remarks: text(5_000),
    asked: text(5_000),
  }),
  v.strictObject({
    type: v.literal('handover-signed'),
    ...envelope,
    name: text(80),
    remarks: text(5_000),
    asked: text(5_000),
    lines: v.pipe(v.array(handoverLineSchema), v.maxLength(500)),
  }),
  v.strictObject({
    type: v.literal('handover-accepted'),
    ...envelope,
    name: text(80),
  }),
  /** A campaign, an outage: what every shift must know until it is taken back. `subject` is the notice. */
  v.strictObject({ type: v.literal('notice-posted'), ...envelope, text: text(2_000) }),
  v.strictObject({ type: v.literal('notice-withdrawn'), ...envelope }),
] as const;

export type HandoverLine = Readonly<v.InferOutput<typeof handoverLineSchema>>;
export type HandoverEvent = Readonly<v.InferOutput<(typeof handoverEventSchemas)[number]>>;
