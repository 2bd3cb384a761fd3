import * as v from 'valibot';
import { phoneEvent } from './event-kind.ts';

/** The phone is not reachable any more. `stale`: the registrar did not confirm in time. */
export const registrationLost = phoneEvent('registration-lost', {
  cause: v.picklist(['network', 'refused', 'stale', 'stopped']),
});
