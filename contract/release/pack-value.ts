import * as v from 'valibot';
import { localizedTextSchema } from '../pack/localized-text.ts';
import type { Unit } from '../pack/range.ts';
import type { PackValue } from './pack-change.ts';

/** Units by field name; the schema's ranges use the same ones. */
const UNITS: readonly (readonly [ending: RegExp, unit: Unit])[] = [
  [/seconds$/i, 's'],
  [/minutes$/i, 'min'],
  [/hours$/i, 'h'],
  [/days$/i, 'd'],
  [/^ringLimit$|rings$/i, 'rings'],
];

/** The value of the field called `name`. */
export function packValue(value: unknown, name: string): PackValue {
  if (value === undefined || value === null) return { is: 'nothing' };
  if (typeof value === 'number') {
    return { is: 'number', number: value, unit: UNITS.find(([ending]) => ending.test(name))?.[1] ?? null };
  }
  if (typeof value === 'boolean') return { is: 'yes-no', yes: value };
  if (typeof value === 'string') return { is: 'word', word: value };
  return v.is(localizedTextSchema, value) ? { is: 'text', text: value } : { is: 'part', part: value };
}
