import type { AnyEditor, AnyFields } from '../../../contract/pack/editor-field.ts';
import type { TimeLimit } from '../../../contract/pack/time-limit.ts';
import { BLANK_TEXT } from './localized-field.tsx';
import { namedChoices } from './named-sources.ts';
import { into, type Place } from './place.ts';

/**
 * `blank` with the first entry of a list where a field must name one, so that it begins without a
 * problem.
 */
export function filledBlank(blank: unknown, editor: AnyEditor, place: Place): unknown {
  switch (editor.kind) {
    case 'named':
      return blank === '' && editor.none === undefined
        ? (namedChoices(editor.from, place, null)[0]?.id ?? '')
        : blank;
    case 'group':
      return filledFields(blank, editor.fields, place);
    case 'variant': {
      const shape: unknown = isPart(blank) ? Reflect.get(blank, editor.by) : undefined;
      const fields = typeof shape === 'string' ? editor.cases[shape] : undefined;
      return fields === undefined ? blank : filledFields(blank, fields, place);
    }
    case 'list':
      return Array.isArray(blank)
        ? blank.map((item, n) => filledBlank(item, editor.item, into(place, n)))
        : blank;
    default:
      return blank;
  }
}

function filledFields(blank: unknown, fields: AnyFields, place: Place): unknown {
  if (!isPart(blank)) return blank;
  const filled = Object.entries(fields).flatMap(([key, field]) =>
    Object.hasOwn(blank, key) ? [[key, filledBlank(Reflect.get(blank, key), field, into(place, key))]] : [],
  );
  return { ...blank, ...Object.fromEntries(filled) };
}

/** A new entry for a list: filled, and with an id of its own. */
export function newEntry(
  blank: unknown,
  editor: AnyEditor,
  place: Place,
  entries: readonly unknown[],
): unknown {
  const filled = filledBlank(blank, editor, into(place, entries.length));
  if (!isPart(filled)) return filled;
  const stem: unknown = Reflect.get(filled, 'id');
  return typeof stem === 'string' ? { ...filled, id: freshId(stem) } : filled;
}

/**
 * An id that no entry has, had or gets on another device: two leads add entries at the same time,
 * and orders and notes keep the ids of entries that were removed.
 */
export function freshId(stem: string): string {
  return `${stem}-${crypto.randomUUID().slice(-12)}`;
}

/** `value` in the shape of `blank`. Keys that both have keep their value. */
export function reshaped(value: unknown, blank: unknown, editor: AnyEditor, place: Place): unknown {
  const filled = filledBlank(blank, editor, place);
  if (!isPart(filled) || !isPart(value) || editor.kind !== 'variant') return filled;
  const kept = Object.keys(filled).filter((key) => key !== editor.by && Object.hasOwn(value, key));
  return { ...filled, ...Object.fromEntries(kept.map((key) => [key, Reflect.get(value, key)])) };
}

/** What a tick puts in place of a value that was left out. */
export function blankOf(kind: 'localized' | 'limit'): unknown {
  switch (kind) {
    case 'localized':
      return BLANK_TEXT;
    case 'limit':
      return A_DAY;
  }
}

const A_DAY: TimeLimit = { unit: 'h', count: 24 };

/** The same values; a key that is undefined counts as left out. */
export function isSame(one: object, other: object): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (key) => JSON.stringify(Reflect.get(one, key)) === JSON.stringify(Reflect.get(other, key)),
  );
}

export function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
