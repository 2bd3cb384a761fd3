import type { NoteComment, ReviewedNote } from '../../contract/api/review/reviewed-note.ts';
import { EMPTY_FIELDS } from '../../contract/note/note.ts';
import { maskNumber, maskText } from '../../contract/numbers/mask.ts';

/** Numbers masked, wherever they stand: for reading what was said and done. */
export function masked({ by, note }: ReviewedNote): ReviewedNote {
  const { contact } = note;
  const veiled =
    contact.kind === 'walk-in'
      ? contact
      : {
          ...contact,
          number: maskNumber(contact.number),
          displayName: contact.displayName === null ? null : maskText(contact.displayName),
        };
  const { text, surname, contactNumber, tags } = note;
  const typed = { text: maskText(text), surname: maskText(surname), tags: tags.map(maskText) };
  return { by, note: { ...note, ...typed, contact: veiled, contactNumber: maskNumber(contactNumber) } };
}

export function maskedComments(comments: readonly NoteComment[]): NoteComment[] {
  return comments.map((comment) => ({ ...comment, text: maskText(comment.text) }));
}

/** Nothing of a person: for counting. */
export function counted({ by, note }: ReviewedNote): ReviewedNote {
  const { contact, category, settled, satisfied } = note;
  const anonymous = contact.kind === 'walk-in' ? contact : { ...contact, number: '', displayName: null };
  return { by, note: { ...note, ...EMPTY_FIELDS, category, settled, satisfied, contact: anonymous } };
}
