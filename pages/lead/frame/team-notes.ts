import type { ReviewedNote } from '../../../contract/api/review/reviewed-note.ts';
import type { CountedNote } from '../../../rules/figures/caller-calls.ts';
import type { FigureSpan } from '../../../rules/figures/figure-span.ts';
import type { TeamSession } from './team-session.ts';

/** More pages than a month of a busy floor has; a server that never ends is not waited for. */
const MOST_PAGES = 500;

/**
 * All notes of a span as the server counts them, without personal data. Null if the server cannot
 * be reached.
 */
export async function teamNotes(
  session: TeamSession,
  { from, to }: FigureSpan,
): Promise<readonly ReviewedNote[] | null> {
  const server = await session.server();
  if (server === null) return null;
  const notes: ReviewedNote[] = [];
  let after = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const shown = session.shown(await server.figures(from, to, after));
    if (shown === null) return null;
    notes.push(...shown.notes);
    if (shown.next === null) break;
    after = shown.next;
  }
  return notes;
}

/** With who had it and who called, as far as figures say. */
export function countedNote({ by, note, caller }: ReviewedNote): CountedNote {
  return { ...note, by, ...(caller === undefined ? {} : { caller }) };
}
