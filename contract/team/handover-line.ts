import * as v from 'valibot';
import { instantSchema, text } from './envelope.ts';

/** One matter for the next shift, in words, because what it was made from goes on changing. */
export const handoverLineSchema = v.strictObject({
  kind: v.picklist(['order', 'call-back', 'follow-up', 'notice']),
  /** The order, call-back, follow-up or notice. */
  of: text(80),
  text: text(1_000),
  /** Null where it has no time. */
  dueAt: v.nullable(instantSchema),
});

export type HandoverLine = Readonly<v.InferOutput<typeof handoverLineSchema>>;
