import { isMissed } from '../../calls/call-end.ts';
import {
  type ContactOutcome,
  MOST_TEAM_CONTACTS,
  type TeamContact,
} from '../../calls/vocabulary/team-contact.ts';
import type { ReviewedNote } from '../../contract/api/review/reviewed-note.ts';

/** A younger note without facts may be of the same call, which rings at several phones. */
const RINGING_MS = 60_000;

/** Earlier contacts than `call`, from notes of one number, in their order. */
export function teamContacts(
  notes: readonly ReviewedNote[],
  call: string,
  now: number,
): readonly TeamContact[] {
  return notes
    .filter((one) => isContact(one, call, now))
    .map(contactOf)
    .slice(0, MOST_TEAM_CONTACTS);
}

/** False for the call itself, and for one that a colleague answered: they have a note of it. */
function isContact(
  { note: { contact, facts, createdAt } }: ReviewedNote,
  call: string,
  now: number,
): boolean {
  if (contact.kind === 'walk-in') return true;
  if (contact.call === call) return false;
  if (facts === null) return createdAt < now - RINGING_MS;
  return facts.end.how !== 'answered-elsewhere' && facts.end.how !== 'turned-away';
}

function contactOf({ by, note }: ReviewedNote): TeamContact {
  return { at: note.createdAt, category: note.category, outcome: outcomeOf(note), by };
}

function outcomeOf({ facts, settled }: ReviewedNote['note']): ContactOutcome | null {
  if (facts !== null && isMissed(facts.end)) return 'missed';
  if (settled === null) return null;
  return settled ? 'settled' : 'unsettled';
}
