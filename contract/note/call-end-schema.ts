import * as v from 'valibot';
import type { CallEnd } from '../../calls/call-end.ts';

const sipStatus = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(699));

/** calls/call-end.ts as a schema, for ends that come back from a store or a server. */
export const callEndSchema = v.variant('how', [
  v.strictObject({ how: v.literal('hung-up'), by: v.picklist(['agent', 'remote-party']) }),
  v.strictObject({
    how: v.picklist(['given-up', 'answered-elsewhere', 'cancelled', 'no-answer', 'lost']),
  }),
  v.strictObject({ how: v.picklist(['rejected', 'turned-away']), sipStatus }),
  v.strictObject({ how: v.literal('refused'), sipStatus, cause: v.string() }),
  v.strictObject({ how: v.literal('transferred'), target: v.string() }),
  v.strictObject({ how: v.literal('failed'), cause: v.string(), sipStatus: v.nullable(sipStatus) }),
]) satisfies v.GenericSchema<unknown, CallEnd>;
