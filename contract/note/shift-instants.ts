import type { Note } from './note.ts';

/**
 * A note with its instants moved by `ms`, from the clock of its device to the server's. Durations
 * stay. `updatedAt` orders versions: the server has set it by its own clock.
 */
export function shiftInstants(note: Note, ms: number): Note {
  if (ms === 0) return note;
  const { contact, facts } = note;
  return {
    ...note,
    createdAt: moved(note.createdAt, ms),
    contact: contact.kind === 'call' ? { ...contact, startedAt: moved(contact.startedAt, ms) } : contact,
    facts: facts && {
      ...facts,
      answeredAt: facts.answeredAt === null ? null : moved(facts.answeredAt, ms),
      endedAt: moved(facts.endedAt, ms),
    },
  };
}

/** A clock that stood at its epoch may not give a time before it. */
function moved(at: number, ms: number): number {
  return Math.max(0, at + ms);
}
