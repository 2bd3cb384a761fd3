import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { harassmentEndingSchema } from '../../pack/harassment-ending.ts';
import { instantSchema, teamEventKind, text } from '../envelope.ts';
import { harassmentKindSchema } from '../harassment-kind.ts';

/**
 * A number was entered in the harassment register (handbook §2.38, §3.4). `subject` is the entry.
 */
export const warningRegistered = teamEventKind('warning-registered', {
  /** As signalled; empty where it was withheld. */
  number: text(LONGEST_NUMBER),
  /** When the call came, which may be long before it was registered. */
  calledAt: instantSchema,
  kind: harassmentKindSchema,
  done: harassmentEndingSchema,
  remarks: text(500),
  /** The call's note, if it is on this computer. */
  note: v.nullable(text(80)),
});
