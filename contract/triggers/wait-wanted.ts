import * as v from 'valibot';
import { WAIT_FIELD, waitSchema } from './field-choices.ts';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/**
 * The agent pressed hold or mute: the caller is asked first, and the script then holds or mutes.
 */
export const waitWanted = triggerKind({
  schema: v.strictObject({
    kind: v.literal('wait-wanted'),
    of: v.optional(waitSchema, 'either'),
    brings: brings('script'),
  }),
  label: 'trigger.waitWanted.kind',
  blank: { kind: 'wait-wanted', of: 'either', brings: 'script' },
  fields: { of: WAIT_FIELD, brings: BRINGS },
});
