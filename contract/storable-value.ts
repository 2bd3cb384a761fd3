import { isStorable, storableText } from '../calls/vocabulary/bounded-text.ts';

/**
 * True if every text in a JSON value, its keys included, can be stored (bounded-text.ts) and every
 * number is finite: for content that is parsed later, such as an unfinished pack.
 */
export function isStorableValue(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => isStorable(key) && isStorableValue(one));
}

/**
 * A copy whose texts can be stored. Where people type and paste, this comes before the schema: it
 * drops what nobody sees, and the rest of the text is kept.
 */
export function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storableValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [storableText(key), storableValue(one)]),
  );
}
