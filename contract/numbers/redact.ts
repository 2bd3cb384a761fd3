import { type NamedNumber, namedNumbers } from './named-numbers.ts';
import { numberForm } from './number-form.ts';

/** Stands where something was erased. One sign, so that no text becomes longer. */
export const REDACTED = '█';

/** What is erased. `form`: of number-form.ts. */
export interface Redaction {
  readonly isMeant: (form: string) => boolean;
  /** Of the person, redacted in the texts that name the number. */
  readonly names?: readonly string[];
}

/** Never redacted: ids, and what says of which kind a record is. */
const KEPT_KEYS: ReadonlySet<string> = new Set([
  ...['id', 'subject', 'type', 'kind', 'note', 'of', 'order', 'orderNumber'],
]);
const NUMBER_KEYS: ReadonlySet<string> = new Set(['number', 'contactNumber']);
const NAME_KEYS: ReadonlySet<string> = new Set(['surname', 'displayName']);

/** Every number that a record's fields and texts may name, in the form of number-form.ts. */
export function formsNamedIn(value: unknown): readonly string[] {
  const forms = new Set<string>();
  const note = (form: string) => {
    forms.add(form);
    return false;
  };
  redact(value, { isMeant: note });
  return [...forms];
}

/**
 * The same record without a number: its fields are emptied, with the name beside them; in texts,
 * the number and the name give way to `REDACTED`. The same object if it does not name the number.
 */
export function redact<T>(value: T, redaction: Redaction): T;
export function redact(value: unknown, redaction: Redaction): unknown {
  if (typeof value === 'string') return redactText(value, redaction);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const redacted = items.map((one) => redact(one, redaction));
    return redacted.some((one, at) => one !== items[at]) ? redacted : value;
  }
  return typeof value === 'object' && value !== null ? redactFields(value, redaction) : value;
}

function redactFields(record: object, redaction: Redaction): object {
  const fields = Object.entries(record);
  const numbers = new Map(fields.flatMap(([key, value]) => numberOf(key, value)));
  const isOfNumber = [...numbers.values()].some(redaction.isMeant);
  const redacted = fields.map(([key, value]): [string, unknown] => {
    if (KEPT_KEYS.has(key) && typeof value === 'string') return [key, value];
    const number = numbers.get(key);
    if (number !== undefined) return [key, redaction.isMeant(number) ? '' : value];
    if (isOfNumber && NAME_KEYS.has(key)) return [key, value === null ? null : ''];
    return [key, redact(value, redaction)];
  });
  return redacted.some(([, value], at) => value !== fields[at]?.[1]) ? Object.fromEntries(redacted) : record;
}

/** A field with one number, and no other text. */
function numberOf(key: string, value: unknown): readonly (readonly [string, string])[] {
  const form = NUMBER_KEYS.has(key) && typeof value === 'string' ? numberForm(value) : null;
  return form === null ? [] : [[key, form]];
}

function redactText(text: string, { isMeant, names = [] }: Redaction): string {
  const meant = namedNumbers(text).filter(({ form }) => isMeant(form));
  if (meant.length === 0) return text;
  const without = joined(meant).reduceRight(
    (rest, { from, to }) => rest.slice(0, from) + REDACTED + rest.slice(to),
    text,
  );
  return names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, REDACTED)), without);
}

/** Places that overlap become one. In the order of the text. */
function joined(numbers: readonly NamedNumber[]): readonly { readonly from: number; readonly to: number }[] {
  const places: { from: number; to: number }[] = [];
  for (const { from, to } of numbers.toSorted((a, b) => a.from - b.from)) {
    const last = places.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else places.push({ from, to });
  }
  return places;
}
