import type { NoteOutcome } from '../../contract/api/review/reviewed-note.ts';
import type { Note } from '../../contract/note/note.ts';
import { isAnswered, isClosedEarly } from '../../rules/figures/counted-notes.ts';

/** Where an agent has not said how it went, it is neither. */
export function hasOutcome(note: Note, outcome: NoteOutcome): boolean {
  switch (outcome) {
    case 'answered':
      return isAnswered(note);
    case 'not-answered':
      return note.facts !== null && !isAnswered(note);
    case 'settled':
      return note.settled === true;
    case 'not-settled':
      return note.settled === false;
    case 'satisfied':
      return note.satisfied === true;
    case 'not-satisfied':
      return note.satisfied === false;
    case 'closed-early':
      return isClosedEarly(note);
  }
}
