import type { NoteComment, ReviewedNote } from '../../contract/api/review/reviewed-note.ts';
import { maskDetails } from '../../contract/note/mask-details.ts';
import { EMPTY_FIELDS, type NoteFacts } from '../../contract/note/note.ts';
import { maskNumber, maskText } from '../../contract/numbers/mask.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';

/** Masks every number, in fields and in typed text. */
export function mask({ by, note }: ReviewedNote): ReviewedNote {
  const { contact, text, surname, contactNumber, details, tags, facts, adherenceComment } = note;
  const maskedContact =
    contact.kind === 'walk-in'
      ? contact
      : {
          ...contact,
          number: maskNumber(contact.number),
          displayName: contact.displayName === null ? null : maskText(contact.displayName),
        };
  const typed = {
    ...{ text: maskText(text), surname: maskText(surname), tags: tags.map(maskText) },
    details: maskDetails(details),
    ...(adherenceComment !== undefined && { adherenceComment: maskText(adherenceComment) }),
  };
  return {
    by,
    note: {
      ...{ ...note, ...typed, contact: maskedContact, contactNumber: maskNumber(contactNumber) },
      facts: facts === null ? null : maskFacts(facts),
    },
  };
}

function maskFacts({ originalTarget, ...facts }: NoteFacts): NoteFacts {
  if (originalTarget === null) return { ...facts, originalTarget };
  const { number, displayName } = originalTarget;
  const name = displayName === null ? null : maskText(displayName);
  return { ...facts, originalTarget: { number: maskNumber(number), displayName: name } };
}

export function maskComments(comments: readonly NoteComment[]): NoteComment[] {
  return comments.map((comment) => ({ ...comment, text: maskText(comment.text) }));
}

/**
 * For counting: without number, name and text. `keyOf` stands for a number, so that one call that
 * rang at several phones is counted once.
 */
export function removePersonalData(
  { by, note }: ReviewedNote,
  keyOf: (form: string) => string,
): ReviewedNote {
  const { adherenceComment: _, ...rest } = note;
  const { contact, category, settled, satisfied } = rest;
  const anonymous = contact.kind === 'walk-in' ? contact : { ...contact, number: '', displayName: null };
  const facts = note.facts === null ? null : { ...note.facts, originalTarget: null };
  const counted = { ...rest, ...EMPTY_FIELDS, category, settled, satisfied, contact: anonymous, facts };
  const form = contact.kind === 'walk-in' ? null : numberForm(contact.number);
  if (contact.kind === 'walk-in' || form === null) return { by, note: counted };
  return { by, note: counted, caller: { key: keyOf(form), masked: maskNumber(contact.number).slice(0, 40) } };
}
