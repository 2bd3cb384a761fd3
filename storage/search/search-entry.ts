import type { Instant } from '../../calls/call-event.ts';
import { dayOf } from '../notes/day.ts';
import type { StoredNote } from '../notes/stored-note.ts';

/** The searchable text of a note, normalised once. */
export interface SearchEntry {
  readonly id: string;
  readonly createdAt: Instant;
  readonly day: string;
  readonly tags: readonly string[];
  /** Surname, text, tags and display name, then the digits of all numbers without separators. */
  readonly text: string;
}

export function searchEntry(note: StoredNote): SearchEntry {
  const { id, createdAt, surname, text, tags, contactNumber, details, contact } = note;
  const [number, name] = contact.kind === 'call' ? [contact.number, contact.displayName ?? ''] : ['', ''];
  const digits = [number, contactNumber].map((one) => one.replace(/[^\p{Nd}]/gu, ''));
  return {
    ...{ id, createdAt, day: dayOf(createdAt) },
    tags: tags.map(folded),
    text: folded([surname, text, tags.join(' '), name, ...Object.values(details), ...digits].join('\n')),
  };
}

/** Search ignores width and case. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
