import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { explainIssue } from '../contract/pack/explain-issue.ts';
import type { PackLanguage } from '../contract/pack/localized-text.ts';
import type { Pack } from '../contract/pack/pack.ts';
import { packOfFiles } from '../contract/pack/pack-of-files.ts';
import { parsePack } from '../contract/pack/parse-pack.ts';
import { wordsIn } from './words-in.ts';

/** The folder of the shipped pack. */
export const SCRIPTS_DIR = join(import.meta.dirname, '..', 'scripts');

export type CompiledPack =
  | { readonly ok: true; readonly pack: Pack; readonly files: readonly string[] }
  /** One line a problem, in the language asked for. */
  | { readonly ok: false; readonly problems: readonly string[]; readonly files: readonly string[] };

/** Reads a folder laid out like scripts/ (its README says how) into one validated pack. */
export function compilePack(dir = SCRIPTS_DIR, language: PackLanguage = 'en'): CompiledPack {
  const problems: string[] = [];
  const files: string[] = [];
  const read = (...path: string[]): unknown => {
    const file = join(dir, ...path);
    files.push(file);
    try {
      return parse(readFileSync(file, 'utf8'), { prettyErrors: true });
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      problems.push(`${join(...path)}: ${error.message.trim()}`);
      return undefined;
    }
  };
  const readAll = (folder: string): unknown[] =>
    (folder === 'adapters' && !existsSync(join(dir, folder)) ? [] : readdirSync(join(dir, folder)))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const value = read(folder, name);
        if (idOf(value) !== undefined && idOf(value) !== basename(name, '.yaml')) {
          problems.push(
            `${join(folder, name)}: the file is named otherwise than its id ${String(idOf(value))}`,
          );
        }
        return value;
      });

  const input = packOfFiles(read, readAll);
  if (problems.length > 0) return { ok: false, problems, files };
  const parsed = parsePack(input);
  return parsed.ok
    ? { ok: true, pack: parsed.pack, files }
    : {
        ok: false,
        problems: parsed.problems.map((problem) => explainIssue(problem, wordsIn(language))),
        files,
      };
}

/**
 * The shipped pack for Node: tests, benchmarks, tools. Throws with all problems of an invalid pack.
 */
export function loadPack(dir = SCRIPTS_DIR): Pack {
  const compiled = compilePack(dir);
  if (!compiled.ok) throw new Error(`The script pack is not sound:\n${compiled.problems.join('\n')}`);
  return compiled.pack;
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
}
