import * as v from 'valibot';

/** Tried for a text or number with further conditions. */
const LEAVES = ['x', crypto.randomUUID(), '0283', '3-261130-AF-12', 1, 0, true, 1_795_000_000_000];

interface Parts {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly options?: readonly v.GenericSchema[];
  readonly wrapped?: v.GenericSchema;
}

/** A small value that the schema accepts; throws where none is found. */
export function sampleOf(schema: v.GenericSchema): unknown {
  const { type, entries, options, wrapped } = schema as v.GenericSchema & Parts;
  const made =
    entries !== undefined
      ? Object.fromEntries(
          Object.entries(entries)
            .filter(([, entry]) => !/optional/.test(entry.type))
            .map(([name, entry]) => [name, sampleOf(entry)]),
        )
      : type === 'array'
        ? []
        : type === 'nullable'
          ? null
          : undefined;
  const within = type === 'picklist' ? [...(options ?? [])] : [];
  const choices = type === 'variant' || type === 'union' ? (options ?? []).map(sampleOf) : [];
  const literal = 'literal' in schema ? [schema.literal] : [];
  const inner = wrapped !== undefined && type !== 'nullable' ? [sampleOf(wrapped)] : [];
  const found = [made, ...literal, ...within, ...choices, ...inner, ...LEAVES].find((value) =>
    v.is(schema, value),
  );
  if (found === undefined && !v.is(schema, undefined)) throw new Error(`No sample of ${type}.`);
  return found;
}
