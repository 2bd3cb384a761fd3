import { describe, expect, test } from 'vitest';
import { explainIssue } from '../../contract/pack/explain-issue.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';
import { without, withValue } from '../helpers/edit-json.ts';

const pack = loadPack();
const at = (id: string) => pack.situations.findIndex((situation) => situation.id === id);
const silent = ['situations', at('silent-caller')];
const quiet = ['situations', at('quiet-caller')];

function problemsOf(input: unknown): string[] {
  const parsed = parsePack(input);
  return parsed.ok ? [] : parsed.problems.map((problem) => explainIssue(problem, wordsIn('en')));
}

test('the shipped pack is sound', () => {
  expect(problemsOf(structuredClone(pack))).toEqual([]);
});

describe('what points nowhere', () => {
  test.each<[string, (string | number)[], unknown, string]>([
    [
      'a technique',
      [...silent, 'techniques'],
      ['hypnosis'],
      'silent-caller, technique card 1: names an unknown technique card: hypnosis',
    ],
    [
      'a transfer target',
      ['situations', at('abuse'), 'followUp', 'transferTo'],
      'nobody',
      'abuse: follow-up transfer target names an unknown directory entry: nobody',
    ],
    [
      'a transfer step',
      ['situations', at('abuse'), 'steps', 6, 'transferTo'],
      'nobody',
      'abuse, step 7: transfer target names an unknown directory entry: nobody',
    ],
    [
      'a situation in a branch',
      ['situations', at('complaint-close'), 'steps', 2, 'options', 0, 'to', 'situation'],
      'farewell',
      'complaint-close, step 3, option 1: target situation names an unknown situation: farewell',
    ],
    [
      'the situation of a trigger',
      ['situations', at('goodbye'), 'triggers', 1, 'situation'],
      'farewell',
      'goodbye, trigger 2: situation names an unknown situation: farewell',
    ],
    [
      'the step of a trigger',
      ['situations', at('goodbye'), 'triggers', 1, 'step'],
      'farewell',
      'goodbye, trigger 2: step names an unknown step: farewell',
    ],
    [
      'a festival',
      ['situations', at('greeting'), 'steps', 0, 'variants', 3, 'when', 0, 'festival'],
      'moon-day',
      'greeting, step 1, variant 4, condition 1: holiday names an unknown holiday: moon-day',
    ],
    [
      'a placeholder',
      [...silent, 'steps', 0, 'text', 'en'],
      'Hello {nobody}',
      'silent-caller, step 1: text (en) names an unknown placeholder: nobody',
    ],
  ])('%s', (_, path, value, sentence) => {
    expect(problemsOf(withValue(pack, path, value))).toEqual([sentence]);
  });

  test('a step in a branch: what it led to is out of reach as well', () => {
    expect(problemsOf(withValue(pack, [...quiet, 'steps', 2, 'options', 1, 'to', 'step'], 'gone'))).toEqual([
      'quiet-caller, step 3, option 2: target step names an unknown step: gone',
      'quiet-caller, step 5: can never be reached',
      'quiet-caller, step 6: can never be reached',
    ]);
  });
});

test('a holiday that ends before it begins is none', () => {
  expect(problemsOf(withValue(pack, ['calendar', 'holidays', 1, 'to'], '2026-02-14'))).toEqual([
    'calendar, holiday 2: ends before it starts',
  ]);
});

describe('the way through a script', () => {
  test('no id twice', () => {
    expect(problemsOf(withValue(pack, [...silent, 'steps', 1, 'id'], 'greet-again'))).toEqual([
      'silent-caller, step 2: id greet-again is used twice',
    ]);
    expect(problemsOf(withValue(pack, ['situations', 1, 'id'], pack.situations[0]?.id))[0]).toMatch(
      /is used twice$/,
    );
  });

  test('a jump over a step leaves it out of reach', () => {
    expect(
      problemsOf(withValue(pack, [...silent, 'steps', 0, 'next'], { kind: 'step', step: 'say-connected' })),
    ).toEqual(['silent-caller, step 2: can never be reached']);
  });

  test('no circle that never asks the agent', () => {
    const circle = withValue(pack, ['situations', at('please-repeat'), 'steps', 0, 'next'], {
      kind: 'step',
      step: 'ask',
    });
    expect(problemsOf(circle)).toEqual(['please-repeat, step 1: loops without end']);
  });

  test('a circle through a branch is a way to ask again', () => {
    const index = at('check-understood');
    expect(
      problemsOf(withValue(pack, ['situations', index, 'steps', 2, 'next'], { kind: 'step', step: 'ask' })),
    ).toEqual([]);
  });
});

describe('hanging up', () => {
  test('no hang-up step where the caller hangs up first', () => {
    expect(problemsOf(withValue(pack, [...silent, 'hangUp'], 'caller-first'))).toEqual([
      'silent-caller, step 4: hangs up, but in this situation the caller hangs up first',
    ]);
  });

  test('no leave to hang up without a hang-up step', () => {
    expect(problemsOf(without(pack, [...silent, 'steps', 3]))).toEqual([
      'silent-caller: hang-up rule allows hanging up, so it needs a hang-up step with a mandatory step or wait before it',
    ]);
  });
});

describe('what is said', () => {
  const text = (value: string) =>
    problemsOf(withValue(pack, [...silent, 'steps', 0, 'text', 'zh-CN'], value));

  test('a value that may be missing stands inside an optional part', () => {
    expect(text('{surname}您好')).toEqual([
      'silent-caller, step 1: text (zh-CN) {surname} may be missing and must be inside […]',
    ]);
    expect(text('[{surname}]您好,{hotline}')).toEqual([]);
  });

  test.each(['[您好]', '[{surname}', '{surname]', '[[{surname}]]', '您好}', '[]您好'])(
    'brackets: %s',
    (broken) => {
      expect(text(broken)).toEqual([
        'silent-caller, step 1: text (zh-CN) has brackets that do not match, are nested or hold no placeholder',
      ]);
    },
  );

  test('no forbidden phrase in words for the caller; prohibitions may name one', () => {
    expect(text('喂,您好')).toEqual(['silent-caller, step 1: text (zh-CN) contains the forbidden phrase 喂']);
    expect(problemsOf(withValue(pack, [...silent, 'prohibitions', 0, 'zh-CN'], '不说喂'))).toEqual([]);
  });
});

describe('languages', () => {
  const title = { 'zh-CN': '问候', 'zh-TW': '問候', en: 'Greeting', ja: 'あいさつ' };

  test('a text may have more languages than the pack names, but not fewer', () => {
    expect(problemsOf(withValue(pack, ['situations', 0, 'title'], title))).toEqual([]);
    const { en: _, ...shorter } = title;
    expect(problemsOf(withValue(pack, ['techniques', 0, 'title'], shorter))).toEqual([
      expect.stringMatching(/: title \(en\) is missing$/),
    ]);
  });

  test('a reader of another language gets a related one, or else the first of the pack', () => {
    const { 'zh-CN': cn, ...others } = title;
    const parsed = parsePack(withValue(pack, ['situations', 0, 'title'], { ...others, 'zh-CN': cn }));
    const read = (language: string) =>
      parsed.ok ? textIn(parsed.pack.situations[0]?.title, language) : null;
    expect(['ja', 'en-GB', 'zh-HK', 'fr'].map(read)).toEqual(['あいさつ', 'Greeting', '问候', '问候']);
  });
});
