import * as v from 'valibot';
import { teamEventKind } from '../envelope.ts';
import { readinessSchema } from '../readiness.ts';

/**
 * An agent’s readiness changed (handbook §6.2). `subject` is the agent’s number. A shift begins
 * with the first event that is not `offline`, and ends with `offline`.
 */
export const shiftChanged = teamEventKind('shift-changed', {
  readiness: readinessSchema,
  /** `phone`: by itself, because a call ended or its wrap-up ran out. */
  because: v.picklist(['agent', 'phone']),
});
