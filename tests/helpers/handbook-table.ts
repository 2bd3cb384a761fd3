import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One row of docs/handbook.md §2. */
export interface HandbookRow {
  readonly section: string;
  readonly id: string;
  readonly title: string;
  /** Letters of the trigger column: E, L, H, T, A. */
  readonly triggers: readonly string[];
  readonly waits: readonly number[];
  readonly never: readonly string[];
  readonly ends: string;
}

const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'handbook.md'), 'utf8');

/** The sections of the page and the rows of its table, as `§2` and `§2.5`. */
export function handbookSections(): readonly string[] {
  return [...text.matchAll(/^(?:#+|\|) (§\d+(?:\.\d+)*) /gm)].flatMap(([, section]) => section ?? []);
}

/** The situations as the handbook lists them. */
export function handbookRows(): HandbookRow[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| §2.'))
    .map((line) => {
      const [section = '', id = '', title = '', trigger = '', , waits = '', never = '', ends = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return {
        ...{ section, id, title, ends },
        triggers: trigger
          .replace(/\([^)]*\)/g, '')
          .split(',')
          .map((letter) => letter.trim()),
        waits: waits === '–' ? [] : waits.split(',').map(Number),
        never: never.split(';').map((phrase) => phrase.trim()),
      };
    });
}
