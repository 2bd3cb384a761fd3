import * as v from 'valibot';
import { callBackOutcomeSchema } from '../../pack/call-back-outcome.ts';
import { instantSchema, teamEventKind, text } from '../envelope.ts';

/** The customer was called back. */
export const callBackTried = teamEventKind('call-back-tried', {
  outcome: callBackOutcomeSchema,
  remarks: text(2_000),
  /** When to try again; null where that is not needed. */
  nextAt: v.nullable(instantSchema),
  /** The call's note, if it is on this computer. */
  note: v.nullable(text(80)),
});
