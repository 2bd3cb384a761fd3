import * as v from 'valibot';

const UNITS = ['s', 'min', 'h', 'd', 'rings', 'keys', 'people', 'dB', '%'] as const;
export type Unit = (typeof UNITS)[number];

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly unit: Unit;
}

/**
 * A whole number between two limits, both included. The message carries limits and unit, so that
 * every violation is explained with the whole range (explain-issue.ts).
 */
export function range(min: number, max: number, unit: Unit) {
  const message = `range ${min} ${max} ${unit}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
}

/** Parses the message of a `range` schema; null for any other message. */
export function readRange(message: string): Range | null {
  const [word, min, max, unit] = message.split(' ');
  const known = UNITS.find((candidate) => candidate === unit);
  if (word !== 'range' || known === undefined) return null;
  return { min: Number(min), max: Number(max), unit: known };
}
