import type { RecordCallView } from '../../components/records/call-facts.tsx';
import type { NoteContact, NoteFacts } from '../../contract/note/note.ts';

/** The call behind a note; null for a note without one. */
export function recordCallOf(
  { contact, facts }: { readonly contact: NoteContact; readonly facts: NoteFacts | null },
  title: (situation: string) => string,
): RecordCallView | null {
  if (contact.kind === 'walk-in') return null;
  const answeredAt = facts?.answeredAt ?? null;
  return {
    direction: contact.direction,
    displayName: contact.displayName,
    originalTarget: facts?.originalTarget ?? null,
    rings: facts?.rings ?? null,
    talkMs: facts === null || answeredAt === null ? null : Math.max(0, facts.endedAt - answeredAt),
    end: facts?.end ?? null,
    situations: facts?.situations.map(title) ?? [],
    line: facts?.line ?? [],
  };
}
