import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { reviewPageSchema } from '../../contract/api/review/reviewed-note.ts';
import type { NoteFields } from '../../contract/note/note.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, push } from '../helpers/server/sync-story.ts';

const DAY = 86_400_000;
let bed: ServerBed;
let admin: Seat;
let lead: Seat;
let anna: Seat;
let bert: Seat;
let start: number;

beforeAll(async () => {
  bed = await serverBed();
  admin = await bed.organisation();
  [lead, anna, bert] = await Promise.all([
    bed.seat('lead', admin),
    bed.seat('agent', admin),
    bed.seat('agent', admin),
  ]);
  // The notes of the last weeks.
  start = bed.clock.now - 40 * DAY;
  await write(
    anna,
    'wang',
    { surname: '王', title: 'ms', text: '冰箱不制冷，约周三上门' },
    '+86 139 0000 1234',
  );
  await write(anna, 'wang-again', { surname: '王', title: 'mr', settled: true }, '+8613911112222', DAY);
  await write(bert, 'quoted', { text: '他说"马上到" C:\\日志', tags: ['配送'] }, '021-6464 1234', DAY);
  await write(bert, 'latin', { surname: 'Élodie', text: 'ＦＲＩＤＧＥ model BX-9' }, 'anonymous', DAY);
  await write(
    bert,
    'details',
    { details: { 'region-or-store': '和平路 18 号' }, contactNumber: '0108 8886666' },
    '',
    DAY,
  );
});
afterAll(async () => await bed.close());

async function write(seat: Seat, id: string, fields: Partial<NoteFields>, number: string, after = 0) {
  const note = { ...noteOf(id, start + after, fields, number) };
  expect(await push(bed, seat, noteItem(note))).toMatchObject([{ outcome: 'applied' }]);
}

async function ask(search: Readonly<Record<string, unknown>>, seat = lead, team = lead.team) {
  const span = { from: 0, to: start + 10 * DAY, after: '' };
  return await bed.ask(seat, 'POST', `/v1/teams/${team}/notes/search`, { ...span, ...search });
}

async function found(...words: readonly string[]): Promise<readonly string[]> {
  return await foundBy({ words });
}

async function foundBy(search: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { status, body } = await ask(search);
  expect(status).toBe(200);
  return v.parse(reviewPageSchema, body).notes.map(({ note }) => note.id);
}

describe('a lead finds notes of the whole team', () => {
  test('by name, newest first, and by the title of the person', async () => {
    expect(await found('王')).toEqual(['wang-again', 'wang']);
    expect(await foundBy({ words: ['王'], title: 'ms' })).toEqual(['wang']);
    expect(await found('éLODIE')).toEqual(['latin']);
  });

  test('by number, however it is written, and by its last digits', async () => {
    for (const number of ['13900001234', '+86 139-0000-1234', '0139 0000 1234', '00001234']) {
      expect(await found(number), number).toEqual(['wang']);
    }
    expect(await found('1234')).toEqual(['quoted', 'wang']);
    expect(await found('010-8888 6666')).toEqual(['details']);
  });

  test('by text, tag and answer, in any width and case, with signs that JSON escapes', async () => {
    expect(await found('不制冷')).toEqual(['wang']);
    expect(await found('"马上到"')).toEqual(['quoted']);
    expect(await found('C:\\日志')).toEqual(['quoted']);
    expect(await found('配送')).toEqual(['quoted']);
    expect(await found('fridge')).toEqual(['latin']);
    expect(await found('ｂｘ-9')).toEqual(['latin']);
    expect(await found('和平路')).toEqual(['details']);
  });

  test('where all words and filters hold', async () => {
    expect(await found('王', '冰箱')).toEqual(['wang']);
    expect(await found('王', '配送')).toEqual([]);
    expect(await foundBy({ words: ['1234'], agent: bert.number })).toEqual(['quoted']);
    expect(await foundBy({ words: ['王'], to: start + 1 })).toEqual(['wang']);
    expect(await foundBy({ words: ['王'], outcome: 'settled' })).toEqual(['wang-again']);
    expect(await foundBy({ words: ['王'], outcome: 'not-settled' })).toEqual([]);
  });

  test('not by the names of fields, nor by wildcards', async () => {
    for (const word of ['surname', '_', '%', 'createdAt', '.*']) expect(await found(word), word).toEqual([]);
  });
});

test('the answer is masked, and the search is on record without what was looked for', async () => {
  const { body } = await ask({ words: ['13900001234'] });
  expect(JSON.stringify(body)).not.toContain('139000');
  const { body: audit } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/audit?group=numbers`);
  expect(audit).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({
        ...{ action: 'notes-searched', member: lead.member },
        detail: { from: 0, to: start + 10 * DAY, notes: 1 },
      }),
    ]),
  });
  expect(JSON.stringify(audit)).not.toContain('1234"');
});

test('agents and other teams’ leads may not search, and find nothing of others', async () => {
  expect(await ask({ words: ['王'] }, anna)).toMatchObject({ status: 403 });
  const elsewhere = await bed.seat('lead', await bed.team(admin.org));
  expect(await ask({ words: ['王'] }, elsewhere)).toMatchObject({ status: 404 });
  expect(await ask({ words: ['王'] }, elsewhere, elsewhere.team)).toMatchObject({ body: { notes: [] } });
});

it.each([[[]], [['']], [['  ']], [['x'.repeat(41)]], [['a', 'b', 'c', 'd', 'e', 'f']]])(
  'refuses %j as words',
  async (words) => {
    expect(await ask({ words })).toMatchObject({ status: 400 });
  },
);

test('one word among ten thousand notes of a month is found at once, page by page', async () => {
  const team = bert;
  const MANY = 10_000;
  for (let from = 0; from < MANY; from += 500) {
    const items = Array.from({ length: 500 }, (_, n) => {
      const at = start + DAY + ((from + n) * 29 * DAY) / MANY;
      const text = `${'普通来电，已答复。'.repeat(8)}${(from + n) % 100 === 7 ? '专用词' : ''}`;
      return noteItem(noteOf(`many-${from + n}`, Math.floor(at), { text }, ''));
    });
    // The quota of a minute.
    bed.clock.now += 60_000;
    await push(bed, team, ...items);
  }
  const began = performance.now();
  const ids: string[] = [];
  let after = '';
  do {
    const { body } = await ask({ words: ['专用词'], to: start + 40 * DAY, after });
    const page = v.parse(reviewPageSchema, body);
    ids.push(...page.notes.map(({ note }) => note.id));
    after = page.next ?? '';
  } while (after !== '');
  console.info(`search of ${MANY} notes: ${Math.round(performance.now() - began)} ms`);
  expect(new Set(ids).size).toBe(100);
  expect(ids).toHaveLength(100);
  // With room for a busy machine.
  expect(performance.now() - began).toBeLessThan(10_000);
}, 120_000);
