import { describe, expect, test } from 'vitest';
import type { Situation } from '../../contract/pack/situation.ts';
import type { TriggerKind } from '../../contract/pack/trigger.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { handbookRows } from '../helpers/handbook-table.ts';

const pack = loadPack();
const rows = handbookRows();

/** The handbook's letter for each trigger kind; a situation after another is the agent's choice. */
const LETTERS: Record<TriggerKind, string> = {
  answered: 'E',
  phase: 'E',
  'back-from-hold': 'E',
  'wait-wanted': 'E',
  'registration-lost': 'E',
  silence: 'L',
  noise: 'L',
  quiet: 'L',
  'number-known': 'H',
  'on-hold': 'T',
  'time-of-day': 'T',
  date: 'T',
  'stays-on': 'T',
  'call-back-due': 'T',
  'after-situation': 'T',
  category: 'A',
  picked: 'A',
};

function situation(id: string): Situation {
  const found = pack.situations.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the pack has no situation ${id}`);
  return found;
}

test('the handbook lists at least 51 situations, numbered in order', () => {
  expect(rows.length).toBeGreaterThanOrEqual(51);
  expect(rows.map(({ section }) => section)).toEqual(rows.map((_, n) => `§2.${n + 1}`));
});

test('what is in the pack beyond the table points to another section', () => {
  const listed = new Set(rows.map(({ id }) => id));
  const others = pack.situations.filter(({ id }) => !listed.has(id));
  expect(others.map(({ id, handbook }) => `${handbook} ${id}`).sort()).toEqual([
    '§1.3 ask-name',
    '§5.1 call-back',
  ]);
});

describe.each(rows)('$section $id', ({ section, id, title, triggers, waits, never, ends }) => {
  test('is in the pack, under its name and section', () => {
    expect([situation(id).title['zh-CN'], situation(id).handbook]).toEqual([title, section]);
  });

  test(`comes up by ${triggers.join(', ')}`, () => {
    const letters = new Set(situation(id).triggers.map(({ kind }) => LETTERS[kind]));
    /**
     * The agent can pick every situation, so A is optional. T of name-known is entering the name.
     */
    const wanted = triggers.filter((letter) => letter !== 'A');
    const got = [...letters].filter((letter) => letter !== 'A' && !(id === 'name-known' && letter === 'T'));
    expect(got.sort()).toEqual([...wanted].sort());
  });

  test('waits as long as it should', () => {
    const seconds = situation(id).steps.flatMap((step) =>
      step.kind !== 'branch' && step.wait !== undefined ? [step.wait.seconds] : [],
    );
    expect(seconds).toEqual(waits);
  });

  test('warns of what must not be done', () => {
    expect(situation(id).prohibitions.length).toBe(never.length);
  });

  test('ends as it should', () => {
    expect(situation(id).hangUp).toBe(ends === 'script' ? 'after-script' : 'caller-first');
  });
});

test('every section that the pack names is in the handbook', () => {
  const known = new Set(
    rows.map(({ section }) => section).concat('§1.3', '§3.1', '§3.2', '§3.3', '§3.4', '§5.1'),
  );
  const named = [...pack.situations, ...pack.techniques].map(({ handbook }) => handbook);
  expect(named.filter((section) => !known.has(section))).toEqual([]);
});

test('the cooling techniques are cards, each its own, and abuse shows them all', () => {
  const cooling = [
    'ask-when',
    'neutral-subject',
    'key-phrase',
    'silent-wait',
    'pause-and-consult',
    'firm-limit',
    'hand-up',
  ];
  const cards = pack.techniques.filter(({ handbook }) => handbook === '§3.2').map(({ id }) => id);
  expect(cards.sort()).toEqual([...cooling].sort());
  expect(situation('abuse').techniques).toEqual(expect.arrayContaining(cooling));
});

test('the settings are those of the handbook', () => {
  expect(pack.settings).toMatchObject({
    ringLimit: 3,
    cadence: 'CN',
    callBackWithinDays: 3,
    answerPromises: { supervisorMinutes: 10, simpleHours: 2, complexHours: 24 },
  });
  expect(pack.courtesy.words.map((word) => word['zh-CN'])).toEqual(['您好', '请', '对不起', '谢谢', '再见']);
});
