import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TRIGGER_RULES, triggerSentence } from '../../rules/triggers/index.ts';
import { loadPack } from '../../tools/compile-pack.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Files beside the kinds: the list, the form of a rule, and words that several kinds share. */
const NOT_A_KIND = new Set(['index', 'trigger-rule', 'say', 'phase-words', 'wait-words', 'brings']);

function kindsIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder, 'triggers'))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => !NOT_A_KIND.has(name))
    .sort();
}

test('every kind has its schema, its rule and its place in the list, under one name', () => {
  expect(kindsIn('rules')).toEqual(kindsIn('contract'));
  expect(Object.keys(TRIGGER_RULES).sort()).toEqual(kindsIn('contract'));
  for (const [name, rule] of Object.entries(TRIGGER_RULES)) expect(rule.kind).toBe(name);
});

test('every trigger of the shipped pack has a sentence in each language', () => {
  for (const { id, triggers } of loadPack().situations) {
    for (const trigger of triggers) {
      const sentences = (['zh-CN', 'zh-TW', 'en'] as const).map((language) =>
        triggerSentence(trigger, language),
      );
      expect(new Set(sentences).size, `${id}: ${sentences.join(' / ')}`).toBeGreaterThan(1);
      for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|NaN/);
    }
  }
});

test('a sentence says what the trigger waits for', () => {
  expect(
    triggerSentence({ kind: 'answered', afterRings: 3, direction: 'inbound', brings: 'script' }, 'zh-CN'),
  ).toBe('响满 3 声后才接听时');
  expect(
    triggerSentence(
      { kind: 'after-situation', situation: 'goodbye', brings: 'suggestion' },
      'en',
      () => 'Goodbye',
    ),
  ).toBe('after “Goodbye”');
});
