import * as v from 'valibot';
import { text } from './envelope.ts';

/** Handbook §6.2. `wrap-up` begins by itself after a call; `offline` is signed out. */
export const readinessSchema = v.variant('state', [
  v.strictObject({ state: v.literal('ready') }),
  v.strictObject({ state: v.literal('busy') }),
  /** `reason`: id of a break in the pack. */
  v.strictObject({ state: v.literal('break'), reason: text(80) }),
  v.strictObject({ state: v.literal('wrap-up') }),
  v.strictObject({ state: v.literal('offline') }),
]);

export type Readiness = Readonly<v.InferOutput<typeof readinessSchema>>;
