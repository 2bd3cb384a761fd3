import * as v from 'valibot';
import { envelope, text } from './envelope.ts';

/** Handbook §6.2. `wrap-up` is entered by itself after a call; `offline` is signed out. */
export const readinessSchema = v.variant('state', [
  v.strictObject({ state: v.literal('ready') }),
  v.strictObject({ state: v.literal('busy') }),
  /** `reason`: id of a break in the pack. */
  v.strictObject({ state: v.literal('break'), reason: text(80) }),
  v.strictObject({ state: v.literal('wrap-up') }),
  v.strictObject({ state: v.literal('offline') }),
]);

export type Readiness = Readonly<v.InferOutput<typeof readinessSchema>>;

/** `subject` is the agent's number. A shift begins with the first event that is not `offline`, and ends with `offline`. */
export const shiftEventSchema = v.strictObject({
  type: v.literal('shift-changed'),
  ...envelope,
  readiness: readinessSchema,
  /** `phone`: entered or left by itself, because a call ended or its wrap-up ran out. */
  because: v.picklist(['agent', 'phone']),
});

export type ShiftEvent = Readonly<v.InferOutput<typeof shiftEventSchema>>;
