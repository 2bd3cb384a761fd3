import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLACEHOLDERS } from '../../contract/pack/placeholders.ts';
import { textsOfPack } from '../../contract/pack/texts-of-pack.ts';
import { fillPlaceholders } from '../../rules/spoken/fill-placeholders.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';

const text = (line: string) => ({ 'zh-CN': line, 'zh-TW': line, en: line });
const fill = (line: string, values = {}, language: 'zh-CN' | 'en' = 'zh-CN') =>
  fillPlaceholders(text(line), values, wordsIn(language));

describe('a sentence reads', () => {
  test('with its values', () => {
    expect(fill('[{surname}{title}，]您好', { surname: '王', title: '女士' })).toBe('王女士，您好');
  });
  test('without them: the part goes, punctuation and all', () => {
    expect(fill('[{surname}{title}，]您好')).toBe('您好');
    expect(fill('[{surname}{title}，]您好', { surname: '王' })).toBe('您好');
    expect(fill('您好[，工号{agentNumber}]。', { agentNumber: '   ' })).toBe('您好。');
  });
  test('with a fallback outside a part, and not inside one', () => {
    expect(fill('{department}负责')).toBe('相关部门负责');
    expect(fill('[由{department}]负责')).toBe('负责');
  });
  test('in English with a capital letter', () => {
    expect(fill('[{title} {surname}, ]would you wait?', {}, 'en')).toBe('Would you wait?');
  });
});

test('values are hostile text and stay unchanged', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (value) => {
      fc.pre(value.trim() !== '');
      expect(fill('关于{matter}。', { matter: value })).toBe(`关于${value.trim()}。`);
    }),
  );
  expect(fill('关于{matter}。', { matter: '{hotline}[<b>]' })).toBe('关于{hotline}[<b>]。');
});

test('every sentence of the shipped pack reads with any of its values missing', () => {
  const names = Object.keys(PLACEHOLDERS);
  const texts = textsOfPack(loadPack());
  fc.assert(
    fc.property(fc.subarray(names), fc.constantFrom(...texts), (given, { text: line }) => {
      const values = Object.fromEntries(given.map((name) => [name, '甲']));
      const filled = fill(line, values);
      expect(filled).not.toMatch(/[{}[\]]|undefined|null|，，|。。|^[，。、：]/);
      expect(filled.length).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});
