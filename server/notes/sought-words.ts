import { type RawBuilder, sql } from 'kysely';
import type { ReviewedNote } from '../../contract/api/review/reviewed-note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Tx } from '../database/tenant.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';

/** A word of a search. Width and case do not count. */
export interface SoughtWord {
  readonly folded: string;
  /** Of a word that may be part of a number; else empty. */
  readonly digits: string;
  /** Under which its notes are stored, if it is a whole number. */
  readonly keys: readonly string[];
}

/** Only of digits and what people write between them. */
const NUMBER = /^[\d\s().+/-]{3,}$/;

export async function soughtWords(tx: Tx, org: string, words: readonly string[]): Promise<SoughtWord[]> {
  const hashing = await readNumberHashing(tx, org);
  return words.map((word) => {
    const folded = fold(word);
    const digits = NUMBER.test(folded) ? folded.replace(/\D/g, '') : '';
    const form = digits === '' ? null : numberForm(folded);
    return { folded, digits, keys: form === null ? [] : hashing.keysOf(form) };
  });
}

/** In SQL: false only where the note, as it is stored, cannot have one of the words. */
export function mayHaveWords(words: readonly SoughtWord[]): RawBuilder<boolean> {
  const conditions = words.map(({ folded, digits, keys }) => {
    const isWritten = sql<boolean>`strpos(lower(normalize(body, NFKC)), ${asStored(folded)}) > 0`;
    if (digits === '') return hasForeignCase(folded) ? sql<boolean>`true` : isWritten;
    const isPart = sql<boolean>`strpos(regexp_replace(normalize(body, NFKC), '[^0-9]', '', 'g'), ${digits}) > 0`;
    return sql<boolean>`(keys && ${sql.val([...keys])}::text[] or ${isPart})`;
  });
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Whether the note has a word, as a whole number or in one of its texts and numbers. */
export function hasWord(
  { keys }: { readonly keys: readonly string[] },
  { note }: ReviewedNote,
  word: SoughtWord,
): boolean {
  if (word.keys.some((key) => keys.includes(key))) return true;
  const { contact, surname, text, tags, details, contactNumber } = note;
  const called = contact.kind === 'call' ? [contact.number, contact.displayName ?? ''] : [];
  const texts = [surname, text, ...tags, ...Object.values(details), contactNumber, ...called].map(fold);
  if (texts.some((one) => one.includes(word.folded))) return true;
  return word.digits !== '' && texts.some((one) => one.replace(/[^\d]/g, '').includes(word.digits));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Bodies are JSON: a quotation mark stands there with a backslash. */
function asStored(folded: string): string {
  return JSON.stringify(folded).slice(1, -1);
}

/** The database may know no capital letters but those of ASCII. */
function hasForeignCase(folded: string): boolean {
  return /[^\P{Cased}a-z]/u.test(folded);
}
