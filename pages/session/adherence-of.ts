import type { Instant } from '../../calls/call-event.ts';
import type { Adherence } from '../../contract/note/adherence.ts';
import type { NoteContact, NoteFacts } from '../../contract/note/note.ts';

/** The score of a call, for its agent and the lead alone. */
export interface RecordAdherenceView {
  readonly adherence: Adherence;
  readonly startedAt: Instant;
  readonly titles: Readonly<Record<string, string>>;
}

/** The score of the call behind a note; null where there is none. */
export function adherenceOf(
  { contact, facts }: { readonly contact: NoteContact; readonly facts: NoteFacts | null },
  title: (situation: string) => string,
): RecordAdherenceView | null {
  const adherence = facts?.adherence;
  if (contact.kind === 'walk-in' || adherence === undefined) return null;
  const ids = adherence.lines.flatMap(({ situation }) => situation ?? []);
  const titles = Object.fromEntries(ids.map((id) => [id, title(id)]));
  return { adherence, startedAt: contact.startedAt, titles };
}
