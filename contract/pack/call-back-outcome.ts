import * as v from 'valibot';

/** Result of a call-back. A branch option can set it (step.ts), so that it is entered once. */
export const callBackOutcomeSchema = v.picklist([
  'satisfied',
  'not-satisfied',
  'not-reached',
  'asked-for-later',
]);

export type CallBackOutcome = v.InferOutput<typeof callBackOutcomeSchema>;
