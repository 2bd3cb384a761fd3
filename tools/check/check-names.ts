/**
 * `npm run check -- names`: fails on a banned word in a name or file name, and on a comment line
 * over 100 columns.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { BANNED_WORDS, EXEMPT_NAMES, TEST_VOCABULARY } from './banned-words.ts';
import { longCommentLines, namesInData, namesInTypeScript, type SourceName } from './names-in-source.ts';

const COMMENT_COLUMNS = 100;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file) && !file.startsWith('tools/check/'));

const vocabulary = new Set(TEST_VOCABULARY.flatMap((file) => namesIn(file)).map(({ name }) => name));

const findings = files.flatMap((file) => [...badFileName(file), ...badNames(file), ...longComments(file)]);
for (const finding of findings) console.log(finding);
console.log(`${findings.length} findings in ${files.length} files`);
process.exitCode = findings.length > 0 ? 1 : 0;

function badFileName(file: string): readonly string[] {
  const name = basename(file).replace(/(\.test|\.d)?\.\w+$/, '');
  return isBanned(name) ? [`${file}: the file name has a banned word`] : [];
}

function badNames(file: string): readonly string[] {
  if (TEST_VOCABULARY.includes(file)) return [];
  return namesIn(file)
    .filter(({ name }) => isBanned(name) && !(/^(tests|practice)\//.test(file) && vocabulary.has(name)))
    .map(({ name, line }) => `${file}:${line}: ${name}`);
}

function namesIn(file: string): readonly SourceName[] {
  if (/\.(ts|tsx|mjs|cjs)$/.test(file)) return namesInTypeScript(readFileSync(file, 'utf8'));
  if (file.endsWith('.css')) return namesInData(readFileSync(file, 'utf8'), /\/\*[\s\S]*?\*\//g);
  if (/\.ya?ml$/.test(file)) return namesInData(readFileSync(file, 'utf8'), /(?<=^|\s)#[^\n]*/g);
  return [];
}

function longComments(file: string): readonly string[] {
  if (!/\.(ts|tsx|mjs|cjs)$/.test(file)) return [];
  return longCommentLines(readFileSync(file, 'utf8'), COMMENT_COLUMNS).map(
    (line) => `${file}:${line}: a comment line over ${COMMENT_COLUMNS} columns`,
  );
}

function isBanned(name: string): boolean {
  if (EXEMPT_NAMES.has(name)) return false;
  return name
    .replace(/noise[-_]?floors?/gi, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .some((word) => BANNED_WORDS.has(word.toLowerCase()));
}
