import * as v from 'valibot';
import { boundedText } from '../vocabulary/bounded-text.ts';
import { instantSchema } from '../vocabulary/instant.ts';
import { wholeNumber } from '../vocabulary/whole-number.ts';

/**
 * The fields of one type of journal event. The version is stored beside each event and grows when
 * the fields change; `migrate` then brings the fields of an older version up to the present ones.
 */
export interface Versioned<S extends v.GenericSchema> {
  readonly version: number;
  readonly schema: S;
  readonly migrate?: ((event: Readonly<Record<string, unknown>>, version: number) => unknown) | undefined;
}

/** A list of kinds as the union of their events. */
export type EventOf<L extends readonly Versioned<v.GenericSchema>[]> = Readonly<
  v.InferOutput<L[number]['schema']>
>;

type Options = Partial<Pick<Versioned<v.GenericSchema>, 'version' | 'migrate'>>;

/** Stable for the life of a call and the same from every source (derived from the SIP Call-ID). */
export const callIdSchema = boundedText(1000);

/** Id of a situation, a step or an option in a pack. */
export const packIdSchema = boundedText(80);

/** 0…1. */
export const shareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const sipStatusSchema = wholeNumber(100, 699);

/** An event of the phone itself, which names no call. */
export function phoneEvent<const T extends string, const E extends v.ObjectEntries>(
  type: T,
  fields: E,
  { version = 1, ...more }: Options = {},
) {
  const schema = v.strictObject({ type: v.literal(type), at: instantSchema, ...fields });
  return { type, version, schema, ...more };
}

/** An event on one call: from the phone, the agent or the host. */
export function callEvent<const T extends string, const E extends v.ObjectEntries>(
  type: T,
  fields: E,
  options: Options = {},
) {
  return phoneEvent(type, { call: callIdSchema, ...fields }, options);
}

/**
 * Something heard on the line of a call. `at` is when it began, which may be earlier than the
 * report: a silence noticed after one second has already lasted for that second.
 */
export function lineEvent<const T extends string, const E extends v.ObjectEntries>(
  type: T,
  fields: E,
  options: Options = {},
) {
  return callEvent(type, { confidence: shareSchema, ...fields }, options);
}

/**
 * A stored event in the present version of its kind; null if it is malformed or has no migration.
 */
export function upToDate<S extends v.GenericSchema>(
  { version: present, schema, migrate }: Versioned<S>,
  event: Readonly<Record<string, unknown>>,
  version: number,
): v.InferOutput<S> | null {
  const old = version < present && migrate !== undefined ? migrate(event, version) : null;
  const parsed = v.safeParse(schema, version === present ? event : old);
  return parsed.success ? parsed.output : null;
}
