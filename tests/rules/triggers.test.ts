import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { TRIGGER_KINDS, type Trigger, triggerSchema } from '../../contract/pack/trigger.ts';
import { TRIGGER_RULES, triggerReason, triggerSentence } from '../../rules/triggers/trigger-rules.ts';
import { pack } from '../../scripts/pack.yaml';
import { wordsIn } from '../../tools/words-in.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Modules beside the kinds: what several kinds share. */
const NOT_A_KIND = new Set(['trigger-rule', 'trigger-rules', 'trigger-kind', 'field-choices', 'say']);

function kindsIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder, 'triggers'))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => !NOT_A_KIND.has(name))
    .sort();
}

function sentenceOf(trigger: Trigger, language: string, titleOf = (id: string) => id): string {
  const { thresholds } = pack.settings;
  return triggerSentence(trigger, { words: wordsIn(language), titleOf, thresholds });
}

test('every kind has a module in contract/, one in rules/, and its place in both lists', () => {
  expect(kindsIn('rules')).toEqual(kindsIn('contract'));
  expect(Object.keys(TRIGGER_KINDS).sort()).toEqual(kindsIn('contract'));
  expect(Object.keys(TRIGGER_RULES).sort()).toEqual(kindsIn('contract'));
});

test('a new trigger is of its kind, and valid but for the ids that it must name', () => {
  for (const [kind, { blank }] of Object.entries(TRIGGER_KINDS)) {
    expect(blank.kind).toBe(kind);
    const filled = JSON.parse(JSON.stringify(blank).replaceAll('""', '"greeting"'));
    expect(v.safeParse(triggerSchema, filled)).toMatchObject({ success: true });
  }
});

test('every trigger of the shipped pack, and every new one, has a sentence in each language', () => {
  const blanks = Object.values(TRIGGER_KINDS).map(({ blank }): Trigger => blank);
  for (const trigger of [...pack.situations.flatMap(({ triggers }) => triggers), ...blanks]) {
    const sentences = ['zh-CN', 'zh-TW', 'en'].map((language) => sentenceOf(trigger, language));
    expect(new Set(sentences).size, sentences.join(' / ')).toBeGreaterThan(1);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|NaN|[{}]/);
  }
});

test('a sentence says what the trigger waits for', () => {
  const afterThree = { kind: 'answered', afterRings: 3, direction: 'inbound', brings: 'script' } as const;
  expect(sentenceOf(afterThree, 'zh-CN')).toBe('响满 3 声后才接听时');
  const after = { kind: 'after-situation', situation: 'goodbye', brings: 'suggestion' } as const;
  expect(sentenceOf(after, 'en', () => 'Goodbye')).toBe('after “Goodbye”');
  const noise = { kind: 'noise', brings: 'suggestion' } as const;
  expect(sentenceOf(noise, 'en')).toBe(
    `when noise covers the line for ${pack.settings.thresholds.noiseSeconds} seconds`,
  );
});

test('a late answer is given with the ring that the dial showed, the one cut short included', () => {
  const reason = { kind: 'answered', rings: 3, late: true, queuedSeconds: null } as const;
  const duration = String;
  expect(triggerReason(reason, { words: wordsIn('zh-CN'), duration })).toBe('第 4 声才接起');
  expect(triggerReason(reason, { words: wordsIn('en'), duration })).toBe('Answered on ring 4');
});
