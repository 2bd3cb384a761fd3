import * as v from 'valibot';

/** How a call-back went. A script's answer may stand for one of them (step.ts), so that it need not be entered twice. */
export const callBackOutcomeSchema = v.picklist([
  'satisfied',
  'not-satisfied',
  'not-reached',
  'asked-for-later',
]);

export type CallBackOutcome = v.InferOutput<typeof callBackOutcomeSchema>;
