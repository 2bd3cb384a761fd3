import type { NoteFields } from './note.ts';

/**
 * Two pages changed one note from the same `base`. Field by field: a field that only one side
 * changed keeps that change; one that both changed is `ours`, the hand that is typing now. `lost`
 * is what the note said on the other side if anything of it was overruled, to be kept among the
 * undo steps.
 */
export function mergeFields(
  base: NoteFields,
  ours: NoteFields,
  theirs: NoteFields,
): { readonly merged: NoteFields; readonly lost: NoteFields | null } {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  // A field that may be absent is not in every version.
  const fields = [...new Set([base, ours].flatMap(Object.keys))] as (keyof NoteFields)[];
  const ourChanges = fields.filter((field) => !same(base[field], ours[field]));
  const overruled = ourChanges.some(
    (field) => !same(base[field], theirs[field]) && !same(ours[field], theirs[field]),
  );
  const changes = Object.fromEntries(ourChanges.map((field) => [field, ours[field]]));
  return { merged: { ...theirs, ...changes }, lost: overruled ? theirs : null };
}

/** The typed part of a note. */
export function fieldsOf(note: NoteFields): NoteFields {
  const { surname, title, text, category, tags, contactNumber, details, settled, satisfied } = note;
  const { adherenceComment } = note;
  return {
    ...{ surname, title, text, category, tags, contactNumber, details, settled, satisfied },
    ...(adherenceComment !== undefined && { adherenceComment }),
  };
}
