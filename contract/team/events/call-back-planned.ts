import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { callerTitleSchema } from '../../../calls/vocabulary/caller-title.ts';
import { instantSchema, teamEventKind, text } from '../envelope.ts';

/** A call-back was planned (handbook §5). `subject` is the call-back. */
export const callBackPlanned = teamEventKind('call-back-planned', {
  number: text(LONGEST_NUMBER),
  surname: text(40),
  title: v.nullable(callerTitleSchema),
  /** What it is about, in the agent's words. */
  matter: text(2_000),
  dueAt: instantSchema,
  /** True if the customer named the time, which may then lie beyond the days of the pack. */
  agreed: v.boolean(),
  vip: v.boolean(),
  /** The work order whose answer it brings, or null. */
  order: v.nullable(text(80)),
  /** The note of the call in which it was promised, if it is on this computer. */
  note: v.exactOptional(v.nullable(text(80))),
  /** Number of the agent who is to make it; null or absent: whoever has time. */
  assignedTo: v.exactOptional(v.nullable(text(40))),
  /** Name of the list with which a lead handed it out. */
  list: v.exactOptional(text(80)),
});
