import { describe, expect, test } from 'vitest';
import { explainIssue } from '../../contract/pack/explain-issue.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';
import { without, withValue } from '../helpers/edit-json.ts';

const pack = loadPack();
const silent = pack.situations.findIndex(({ id }) => id === 'silent-caller');
const harassment = pack.situations.findIndex(({ id }) => id === 'harassment');

function problemsOf(input: unknown, language: PackLanguage = 'en'): string[] {
  const parsed = parsePack(input);
  return parsed.ok ? [] : parsed.problems.map((problem) => explainIssue(problem, wordsIn(language)));
}

describe('a lead is told the place, the rule and what stands there', () => {
  const wait = (seconds: unknown) =>
    withValue(pack, ['situations', silent, 'steps', 1, 'wait', 'seconds'], seconds);

  test('a wait of no seconds, in three languages', () => {
    expect(problemsOf(wait(0))).toEqual(['silent-caller, step 2: wait must be 1–120 s, got 0']);
    expect(problemsOf(wait(0), 'zh-CN')).toEqual(['silent-caller，步骤 2：等待须为 1–120 秒，现为 0']);
    expect(problemsOf(wait(0), 'zh-TW')).toEqual(['silent-caller，步驟 2：等待須為 1–120 秒，目前為 0']);
  });

  test.each([
    [121, '121'],
    [2.5, '2.5'],
    ['5', '"5"'],
    [null, 'null'],
    [{ a: 1 }, '{"a":1}'],
  ])('a wait of %o tells the whole range', (seconds, got) => {
    expect(problemsOf(wait(seconds))).toEqual([`silent-caller, step 2: wait must be 1–120 s, got ${got}`]);
  });

  test.each<[name: string, path: (string | number)[], value: unknown, sentence: string]>([
    ['ring limit', ['settings', 'ringLimit'], 0, 'settings ring limit must be 1–10 rings, got 0'],
    [
      'threshold',
      ['settings', 'thresholds', 'noiseSeconds'],
      500,
      'settings thresholds noise must be 1–120 s, got 500',
    ],
    ['version', ['version'], 'one', 'version must be a version such as 1.2.3, got "one"'],
    [
      'empty text',
      ['situations', silent, 'steps', 0, 'text', 'zh-TW'],
      '',
      'silent-caller, step 1: text (zh-TW) must not be empty',
    ],
    [
      'unknown action',
      ['situations', silent, 'steps', 3, 'action'],
      'shout',
      'silent-caller, step 4: action must be one of listen | manner | note',
    ],
    [
      'unknown trigger',
      ['situations', silent, 'triggers', 0, 'kind'],
      'moon',
      'silent-caller, trigger 1: kind must be one of answered | phase | silence',
    ],
    [
      'option without a way on',
      ['situations', harassment, 'steps', 1, 'options', 2, 'to'],
      'nowhere',
      'harassment, step 2, option 3: target must be a group of fields, got "nowhere"',
    ],
    [
      'no list',
      ['situations', silent, 'prohibitions'],
      'none',
      'silent-caller: prohibitions must be a list, got "none"',
    ],
    [
      'yes or no',
      ['situations', silent, 'steps', 0, 'mandatory'],
      'maybe',
      'silent-caller, step 1: mandatory must be true or false, got "maybe"',
    ],
    [
      'telephone number',
      ['directory', 0, 'number'],
      'call me',
      'floor-supervisor: number must be a phone number, got "call me"',
    ],
    ['a stray field', ['situations', silent, 'colour'], 'red', 'silent-caller: colour is not a known field'],
    [
      'a nameless situation',
      ['situations', silent, 'id'],
      7,
      `situation ${silent + 1}: id must be text, got 7`,
    ],
  ])('%s', (_, path, value, sentence) => {
    const [first] = problemsOf(withValue(pack, path, value));
    expect(first?.startsWith(sentence), first).toBe(true);
  });

  test('what is missing', () => {
    expect(problemsOf(without(pack, ['situations', silent, 'steps', 2, 'text', 'en']))).toEqual([
      'silent-caller, step 3: text (en) is missing',
    ]);
    expect(problemsOf(without(pack, ['settings', 'thresholds']), 'zh-CN')).toEqual(['设置的阈值缺失']);
  });

  test('what is no pack at all', () => {
    expect(problemsOf(null)).toEqual(['must be a group of fields, got null']);
    expect(problemsOf('话术')).toEqual(['must be a group of fields, got "话术"']);
    expect(problemsOf([]).length).toBeGreaterThan(0);
  });

  test('a long value is cut, so that the message stays one line', () => {
    const [line] = problemsOf(withValue(pack, ['settings', 'cadence'], 'x'.repeat(5000)));
    expect(line?.length).toBeLessThan(120);
  });
});
