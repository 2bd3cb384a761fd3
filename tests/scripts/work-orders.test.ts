import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainIssue } from '../../contract/pack/explain-issue.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';
import type { TimeLimit } from '../../contract/pack/time-limit.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';
import { withValue } from '../helpers/edit-json.ts';

const pack = loadPack();
const handbook = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'handbook.md'), 'utf8');

/** Cells of the table under a heading of the handbook. */
function tableOf(section: string): string[][] {
  const [, text = ''] = handbook.split(`### ${section} `);
  return (
    text
      .split('\n### ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ) ?? []
  );
}

function kind(id: string) {
  const found = pack.workOrders.kinds.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no kind ${id}`);
  return found;
}
const stage = (of: string, id: string) => kind(of).stages.find((one) => one.id === id);
const deadline = (of: string, id: string) => kind(of).deadlines.find((one) => one.id === id);
const words = (limit: TimeLimit | undefined) => `${limit?.count} ${limit?.unit}`;
const COMPLAINTS = ['quality', 'service', 'logistics', 'environment', 'unfounded'];

describe('§4.4 the early-warning chain is that of the handbook, row by row', () => {
  const rows = tableOf('§4.4');
  const warning = kind('early-warning');
  const within = (id: string) => words(stage('early-warning', id)?.within);

  test.each([
    [0, 'raise', 'agent'],
    [1, 'review', 'hotline-supervisor'],
    [3, 'service-desk', 'service-desk'],
    [4, 'guidance', 'store-manager'],
    [5, 'feed-back', 'store-manager'],
    [6, 'division', 'division'],
    [7, 'talk', 'hotline-supervisor'],
  ])('row %i: %s, %s', (row, id, owner) => {
    expect(within(id)).toBe(rows[row]?.[2]);
    expect(stage('early-warning', id)?.owner).toBe(owner);
    const name = textIn(pack.workOrders.owners.find((one) => one.id === owner)?.name, 'en').toLowerCase();
    const said = rows[row]?.[1] ?? '';
    for (const word of said.split(/ of the | and /)) expect(name).toContain(word);
  });

  test('a return within 30 minutes, every day again, closed in 48 hours, reported to the chairman', () => {
    expect(words(stage('early-warning', 'review')?.returns?.within)).toBe(rows[2]?.[2]);
    expect([rows[8]?.[2], within('again')]).toEqual(['every day', '24 h']);
    expect(stage('early-warning', 'again')?.whenOver).toEqual({ does: 'move', to: 'again' });
    expect(words(deadline('early-warning', 'close-after-guidance')?.within)).toBe(rows[9]?.[2]);
    expect(deadline('early-warning', 'close-after-guidance')?.thenNotSatisfied).toBe(true);
    expect(stage('early-warning', 'guidance')?.whenOver).toEqual({ does: 'move', to: 'division' });
    expect(warning.reportedTo).toEqual(['chairman']);
  });
});

describe('§4.3 deadlines', () => {
  const rows = tableOf('§4.3').map(([, limit]) => limit);

  test('of a query, an ordinary and a major complaint', () => {
    expect(words(stage('query', 'answer')?.within)).toBe(rows[0]);
    for (const id of COMPLAINTS) {
      expect(words(deadline(id, 'close')?.within)).toBe(rows[3]);
      expect(words(deadline(id, 'call-back')?.within)).toBe(rows[4]);
      expect(words(deadline(id, 'close-major')?.within)).toBe(rows[5]);
    }
    expect(pack.workOrders.major).toMatchObject({ copiedTo: ['general-manager'], batchCustomers: 3 });
  });

  test('a complaint runs through the seven stages of §4.2', () => {
    for (const id of COMPLAINTS) {
      expect(kind(id).stages.map((one) => one.id)).toEqual([
        'accept',
        'judge',
        'cause',
        'solutions',
        'carry-out',
        'satisfaction',
        'sum-up',
      ]);
      expect(kind(id).record).toBe(true);
    }
  });

  test('refused answers climb: a service complaint at once, the others by a follow-up sheet', () => {
    const ups = Object.fromEntries(pack.workOrders.kinds.map(({ id, up }) => [id, up]));
    expect(ups).toMatchObject({
      quality: 'follow-up',
      logistics: 'follow-up',
      unfounded: 'follow-up',
      service: 'early-warning',
      'follow-up': 'early-warning',
    });
  });
});

describe('a pack in which an order could be lost is refused', () => {
  const place = (id: string) => pack.workOrders.kinds.findIndex((one) => one.id === id);
  const said = (path: (string | number)[], value: unknown) => {
    const parsed = parsePack(withValue(pack, path, value));
    return parsed.ok ? [] : parsed.problems.map((problem) => explainIssue(problem, wordsIn('en')));
  };

  test('without a clock', () => {
    expect(said(['workOrders', 'kinds', place('quality'), 'deadlines'], [])).toContain(
      'work orders, kind 5, stage 1: has no deadline',
    );
  });

  test('with a way, an owner or a kind that is not there', () => {
    expect(
      said(['workOrders', 'kinds', place('early-warning'), 'stages', 0, 'next', 0, 'to'], 'nowhere'),
    ).toContain('work orders, kind 10, stage 1, transition 1: target names an unknown stage: nowhere');
    expect(said(['workOrders', 'kinds', 0, 'stages', 0, 'owner'], 'nobody')).toEqual([
      'work orders, kind 1, stage 1: owner names an unknown owner: nobody',
    ]);
    const situation = pack.situations.findIndex(({ id }) => id === 'staff-error');
    expect(said(['situations', situation, 'followUp', 'workOrder', 'kind'], 'gossip')).toEqual([
      'staff-error: follow-up work order kind names an unknown kind of work order: gossip',
    ]);
  });
});

describe('the calendar', () => {
  test('every shifted day is a weekend day outside the holidays, and every holiday a stretch of days', () => {
    const { shifted, holidays } = pack.calendar;
    for (const { day } of shifted) {
      expect([0, 6], day).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(
        holidays.some(({ from, to }) => day >= from && day <= to),
        day,
      ).toBe(false);
    }
    for (const { from, to } of holidays) expect(from <= to).toBe(true);
    expect(new Set(holidays.map(({ from }) => from.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
  });
});
