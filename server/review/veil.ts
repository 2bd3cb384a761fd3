import { maskNumber, maskText } from '../../contract/mask.ts';
import { EMPTY_FIELDS } from '../../contract/note.ts';
import type { NoteComment, ReviewedNote } from '../../contract/review/reviewed-note.ts';

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
  const { contact, family, settled, satisfied } = note;
  const anonymous = contact.kind === 'walk-in' ? contact : { ...contact, number: '', displayName: null };
  return { by, note: { ...note, ...EMPTY_FIELDS, family, settled, satisfied, contact: anonymous } };
}
