import * as v from 'valibot';
import { harassmentEndingSchema } from '../pack/harassment-ending.ts';
import { envelope, instantSchema, text } from './envelope.ts';

/** How a call molested the agent; handbook §3.4. */
export const harassmentKindSchema = v.picklist(['indecent', 'abusive', 'silent', 'prank', 'threat', 'other']);

/** Warnings of a number: the harassment register of handbook §2.38 and §3.4. `subject` is the warning's own random id. */
export const warningEventSchemas = [
  v.strictObject({
    type: v.literal('warning-registered'),
    ...envelope,
    /** As signalled; empty where it was withheld. */
    number: text(64),
    /** When the call came, which may be long before it was registered. */
    calledAt: instantSchema,
    kind: harassmentKindSchema,
    done: harassmentEndingSchema,
    remarks: text(500),
    /** The call's note, if it stands on this computer. */
    note: v.nullable(text(80)),
  }),
  v.strictObject({ type: v.literal('warning-struck-off'), ...envelope, reason: text(500) }),
] as const;

export type HarassmentKind = v.InferOutput<typeof harassmentKindSchema>;
export type WarningEvent = Readonly<v.InferOutput<(typeof warningEventSchemas)[number]>>;
