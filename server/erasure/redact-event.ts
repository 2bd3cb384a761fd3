import * as v from 'valibot';
import { REDACTED, type Redaction, redact } from '../../contract/numbers/redact.ts';
import { type TeamEvent, teamEventSchema } from '../../contract/team/team-event.ts';
import type { NumberedRecord } from '../sync/team-state.ts';

/** Ids of subjects that are erased. */
type Gone = Pick<ReadonlySet<string>, 'has'>;

/** The same event if it names neither the number nor, in a signed handover, an erased matter. */
export function redactEvent(event: TeamEvent, redaction: Redaction, gone: Gone, at: number): TeamEvent {
  const redacted = redact(withoutLinesOf(event, gone), redaction);
  if (redacted === event) return event;
  // The receipt proved the text that is gone. A new one is made when the event is sent.
  const { receipt: _, ...rest } = redacted;
  return { ...rest, redactedAt: at };
}

/** As it is to be stored. Its place in the team's order stays the old one (item-of-record.ts). */
export function redactStoredEvent(
  { body, seq }: NumberedRecord,
  redaction: Redaction,
  gone: Gone,
  at: number,
): unknown {
  const read = v.safeParse(teamEventSchema, { seq, ...Object(body) });
  // What this version cannot read is not sent to anybody, but is stored.
  if (!read.success) return redact(body, redaction);
  const redacted = redactEvent(read.output, redaction, gone, at);
  return redacted === read.output ? body : redacted;
}

function withoutLinesOf(event: TeamEvent, gone: Gone): TeamEvent {
  if (event.type !== 'handover-signed' || !event.lines.some(({ of }) => gone.has(of))) return event;
  const lines = event.lines.map((line) => (gone.has(line.of) ? { ...line, text: REDACTED } : line));
  return { ...event, lines };
}
