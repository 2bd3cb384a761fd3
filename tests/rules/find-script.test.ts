import { describe, expect, test } from 'vitest';
import { countUse } from '../../rules/search/count-uses.ts';
import { findScripts, type Likelihood } from '../../rules/search/find-script.ts';
import { NO_READINGS, readReadings, writeReadings } from '../../rules/search/hanzi-readings.ts';
import { matchPinyin } from '../../rules/search/match-pinyin.ts';
import { pinnedAt, pinsFor, togglePin } from '../../rules/search/pinned-scripts.ts';
import { buildSearchIndex } from '../../rules/search/script-search-index.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { hanziReadings } from '../../tools/hanzi-readings.ts';
import { wordsIn } from '../../tools/words-in.ts';

const PACK = loadPack();
const READINGS = hanziReadings();
const INDEX = buildSearchIndex(PACK, wordsIn('zh-CN'), READINGS);
const NOTHING_KNOWN: Likelihood = { phase: null, suggested: [], pinned: [], uses: new Map() };
const find = (query: string, likelihood: Partial<Likelihood> = {}) =>
  findScripts(INDEX, query, { ...NOTHING_KNOWN, ...likelihood }).map(({ situation }) => situation);

test('readings survive the file that a page loads', () => {
  const readings = readReadings(writeReadings(READINGS));
  expect(readings.get('行')?.slice(0, 2)).toEqual(['xing', 'hang']);
  expect([...readings].filter(([key, [usual]]) => READINGS.get(key)?.[0] !== usual)).toEqual([]);
  expect(readings.size).toBe(READINGS.size);
});

test('without readings, yet, a script is found by its characters', () => {
  const index = buildSearchIndex(PACK, wordsIn('zh-CN'), NO_READINGS);
  expect(findScripts(index, '无声', NOTHING_KNOWN)[0]?.situation).toBe('silent-caller');
});

describe('a script is found by', () => {
  test.each([
    ['the initials of its title, two keys', 'zy', 'noisy-line'],
    ['initials that an input method wrote wide', 'ｚｙ', 'noisy-line'],
    ['full pinyin', 'zayin', 'noisy-line'],
    ['pinyin and initials mixed', 'zayd', 'noisy-line'],
    ['initials from its first character', 'wsdh', 'silent-caller'],
    ['its title', '无声', 'silent-caller'],
    ['its id', 'silent', 'silent-caller'],
    ['a tag', '报工号', 'greeting'],
    ['the pinyin of a tag', 'baogonghao', 'greeting'],
    ['words of a step', '稍微说慢一点', 'too-fast'],
    ['capitals as well', 'ZY', 'noisy-line'],
    ['two words that both fit', 'zy noisy', 'noisy-line'],
  ])('%s', (_how, query, situation) => {
    expect(find(query)[0]).toBe(situation);
  });

  test('nothing, where nothing fits', () => {
    expect(find('xyzxyz')).toEqual([]);
    expect(find('zy xyzxyz')).toEqual([]);
  });
});

test('a title comes before a tag, a tag before a sentence', () => {
  const found = find('再见');
  expect(found[0]).toBe('goodbye');
  expect(found).toContain('silent-caller');
});

test('an empty query lists all: suggested, likely in the phase, pinned and often used first', () => {
  const all = find('', { suggested: ['noisy-line'] });
  expect(all).toHaveLength(Math.min(50, PACK.situations.length));
  expect(all[0]).toBe('noisy-line');
  expect(find('', { phase: 'after-goodbye' }).slice(0, 12)).toEqual(
    expect.arrayContaining(['goodbye', 'caller-stays-on', 'caller-thanks']),
  );
  expect(find('', { pinned: ['take-note'] })[0]).toBe('take-note');
  expect(find('', { uses: new Map([['too-fast', 12]]) })[0]).toBe('too-fast');
});

test('the query counts more than the likelihood', () => {
  expect(find('zy', { suggested: ['greeting'], pinned: ['greeting'], phase: 'greeting' })).toEqual(
    find('zy'),
  );
});

test('the excerpt is the sentence that contains the words', () => {
  const [found] = findScripts(INDEX, '慢一点', NOTHING_KNOWN);
  expect(found?.excerpt).toContain('慢一点');
  const [greeting] = findScripts(INDEX, 'greeting', { ...NOTHING_KNOWN, pinned: ['goodbye', 'greeting'] });
  expect(greeting).toMatchObject({ situation: 'greeting', pin: 2 });
  expect(greeting?.excerpt).not.toMatch(/[{}[\]]/);
});

test('pinyin is read syllable by syllable', () => {
  expect(matchPinyin([['za'], ['yin'], ['da']], 'zy')).toBe(0);
  expect(matchPinyin([['za'], ['yin'], ['da']], 'yd')).toBe(1);
  expect(matchPinyin([['za'], ['yin'], ['da']], 'zd')).toBe(-1);
  expect(matchPinyin([['za'], ['yin'], ['da']], 'ain')).toBe(-1);
  expect(matchPinyin([['xi'], ['an']], 'xian')).toBe(0);
  expect(matchPinyin([], 'a')).toBe(-1);
  expect(matchPinyin([['yin'], ['xing', 'hang']], 'yinh')).toBe(0);
});

describe('pinned scripts', () => {
  test('nine keys, filled with what comes up in every shift until the agent chooses', () => {
    const pins = pinsFor(null, PACK);
    expect(pins).toHaveLength(9);
    expect(pinnedAt(pins, 1)).toBe('please-wait');
    expect(pinnedAt(pins, 10)).toBeNull();
  });
  test('a script that was withdrawn leaves its key to the next', () => {
    expect(pinsFor(['gone', 'goodbye', 'goodbye', 'abuse'], PACK)).toEqual(['goodbye', 'abuse']);
  });
  test('pinning again takes off; a tenth is refused', () => {
    expect(togglePin(['a', 'b'], 'a')).toEqual({ ok: true, pins: ['b'] });
    expect(togglePin(['a'], 'b')).toEqual({ ok: true, pins: ['a', 'b'] });
    expect(togglePin('abcdefghi'.split(''), 'j')).toEqual({ ok: false, reason: 'full' });
  });
});

test('a digit finds the script on that key first, and nothing else by it', () => {
  const pins = pinsFor(['too-fast', 'abuse'], PACK);
  const [found] = findScripts(INDEX, '2', { ...NOTHING_KNOWN, pinned: pins });
  expect(found).toMatchObject({ situation: 'abuse', pin: 2 });
  expect(find('3', { pinned: pins })).not.toContain('abuse');
});

test('what the agent chose today counts; what came up by itself does not', () => {
  const picks = ['agent', 'suggestion', 'event', 'agent'] as const;
  const uses = picks.reduce<ReadonlyMap<string, number>>(
    (counted, by, seq) =>
      countUse(counted, {
        seq,
        source: 'agent',
        event: { type: 'situation-picked', call: 'c1', at: seq, situation: 'too-fast', by },
      }),
    new Map(),
  );
  expect([...uses]).toEqual([['too-fast', 3]]);
  expect(find('', { uses })[0]).toBe('too-fast');
});
