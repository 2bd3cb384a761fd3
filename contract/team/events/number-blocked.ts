import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { instantSchema, teamEventKind, text } from '../envelope.ts';

/**
 * `agent`: on the devices of the agent who blocked it; `team`: everywhere, by a lead or supervisor.
 */
export const blockScopeSchema = v.picklist(['agent', 'team']);

export type BlockScope = v.InferOutput<typeof blockScopeSchema>;

/** Calls of a number no longer ring, until a day at most 30 days away. `subject` is the block. */
export const numberBlocked = teamEventKind('number-blocked', {
  number: text(LONGEST_NUMBER),
  scope: blockScopeSchema,
  until: instantSchema,
});
