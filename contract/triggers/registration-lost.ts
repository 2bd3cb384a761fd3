import * as v from 'valibot';
import { BRINGS, brings, triggerKind } from './trigger-kind.ts';

/** The phone lost its registration or the network during a call. */
export const registrationLost = triggerKind({
  schema: v.strictObject({
    kind: v.literal('registration-lost'),
    brings: brings('suggestion'),
  }),
  label: 'trigger.registrationLost.kind',
  blank: { kind: 'registration-lost', brings: 'suggestion' },
  fields: { brings: BRINGS },
});
