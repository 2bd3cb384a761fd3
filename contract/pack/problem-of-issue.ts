import type * as v from 'valibot';
import type { PackProblem, PackReason, TextForm } from './pack-problem.ts';
import { readRange } from './range.ts';

const FORMS: readonly TextForm[] = [
  'id',
  'version',
  'clock-time',
  'start-time',
  'time-zone',
  'day',
  'yearly-day',
  'phone-number',
  'called-number',
  'path',
  'global-name',
  'handbook',
  'language',
  'characters',
];

/** A valibot issue as a problem of the pack `input`, still without words. */
export function problemOfIssue(issue: v.BaseIssue<unknown>, input: unknown): PackProblem {
  const path = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
  return { path, item: itemAt(input, path), reason: reasonOf(issue) };
}

/** Id of the list entry (situation, card, …) that contains `path`. */
export function itemAt(input: unknown, path: readonly (string | number)[]): string | null {
  const [list, index] = path;
  if (typeof list !== 'string' || typeof index !== 'number') return null;
  const id = entry(entry(entry(input, list), index), 'id');
  return typeof id === 'string' && id.length > 0 && id.length <= 60 ? id : null;
}

function entry(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function reasonOf(issue: v.BaseIssue<unknown>): PackReason {
  if (issue.kind === 'schema' && issue.received === 'undefined') return { kind: 'missing' };
  const got = written(issue.input);
  const range = readRange(issue.message);
  if (range !== null) return { kind: 'range', ...range, got };
  switch (issue.type) {
    case 'record':
      return { kind: 'not-a', what: 'group', got };
    case 'strict_object':
      return issue.expected === 'never' ? { kind: 'unknown-key' } : { kind: 'not-a', what: 'group', got };
    case 'variant':
      return issue.expected === 'Object' ? { kind: 'not-a', what: 'group', got } : oneOf(issue.expected, got);
    case 'picklist':
    case 'literal':
      return oneOf(issue.expected, got);
    case 'array':
      return { kind: 'not-a', what: 'list', got };
    case 'boolean':
      return { kind: 'not-a', what: 'yes-or-no', got };
    case 'regex':
    case 'check':
      return { kind: 'form', form: formOf(issue.message), got };
    case 'min_length':
    case 'min_entries':
      return { kind: 'too-few', min: Number(issue.requirement), got };
    case 'max_length':
      return { kind: 'too-many', max: Number(issue.requirement), got };
    default:
      return { kind: 'not-a', what: 'text', got };
  }
}

function oneOf(expected: string | null, got: string): PackReason {
  const options = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, option]) => option ?? '');
  return { kind: 'not-one-of', options, got };
}

function formOf(message: string): TextForm {
  const form = FORMS.find((known) => message === `form ${known}`);
  if (form === undefined) throw new Error(`a pattern of the pack schema has no form: ${message}`);
  return form;
}

function written(input: unknown): string {
  if (typeof input === 'number') return String(input);
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
