import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewPageSchema } from '../../contract/api/review/reviewed-note.ts';
import type { NoteFields } from '../../contract/note/note.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, pullAll, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let admin: Seat;
let lead: Seat;
let anna: Seat;
let bert: Seat;
beforeAll(async () => {
  bed = await serverBed();
  admin = await bed.organisation();
  [lead, anna, bert] = await Promise.all([
    bed.seat('lead', admin),
    bed.seat('agent', admin),
    bed.seat('agent', admin),
  ]);
  await write(anna, 'a1', { category: 'query', settled: true }, ['greeting']);
  await write(anna, 'a2', { category: 'complaint', settled: false }, ['greeting', 'complaint-intake']);
  await write(bert, 'b1', { category: 'complaint' }, ['complaint-intake']);
});
afterAll(async () => await bed.close());

async function write(seat: Seat, id: string, fields: Partial<NoteFields>, situations: readonly string[]) {
  bed.clock.now += 1_000;
  const none = { count: 0, totalMs: 0 };
  const facts = {
    ...{ rings: 1, queuedMs: null, answeredAt: bed.clock.now, endedAt: bed.clock.now },
    ...{ end: { how: 'hung-up', by: 'remote-party' }, holds: none, mutes: none },
    ...{ situations, steps: [], forcedHangUps: 0 },
  };
  const results = await push(bed, seat, noteItem(noteOf(id, bed.clock.now, fields)), {
    ...{ type: 'facts', id, revision: 1, facts },
  });
  expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
}

async function list(query: Readonly<Record<string, string>> = {}, seat = lead, team = lead.team) {
  const span = { from: '0', to: String(bed.clock.now + 1), ...query };
  const path = `/v1/teams/${team}/notes?${new URLSearchParams(span)}`;
  const { status, body } = await bed.ask(seat, 'GET', path);
  expect(status).toBe(200);
  const { notes, next } = v.parse(reviewPageSchema, body);
  return { ids: notes.map(({ note }) => note.id), comments: notes.map(({ comments }) => comments), next };
}

async function remark(note: string, seat = lead, team = lead.team) {
  const path = `/v1/teams/${team}/notes/${note}/comments`;
  return await bed.ask(seat, 'POST', path, { text: `关于 ${note}` });
}

async function remarkId(note: string): Promise<string> {
  return v.parse(v.object({ id: v.string() }), (await remark(note)).body).id;
}

test('the newest come first, and any of agent, kind, situation and open narrows them down', async () => {
  expect((await list()).ids).toEqual(['b1', 'a2', 'a1']);
  expect((await list({ agent: anna.number })).ids).toEqual(['a2', 'a1']);
  expect((await list({ category: 'complaint' })).ids).toEqual(['b1', 'a2']);
  expect((await list({ situation: 'greeting' })).ids).toEqual(['a2', 'a1']);
  expect((await list({ open: '1' })).ids).toEqual(['b1', 'a2']);
  expect((await list({ agent: anna.number, open: '1' })).ids).toEqual(['a2']);
  expect((await list({ agent: 'nobody' })).ids).toEqual([]);
});

test('page by page nothing is left out or doubled, also where only few are meant', async () => {
  const ids = Array.from({ length: 620 }, (_, at) => `many-${String(at).padStart(3, '0')}`);
  for (let from = 0; from < ids.length; from += 400) {
    const items = ids.slice(from, from + 400).map((id, at) =>
      // Many notes with one time, as after a long time offline.
      noteItem(noteOf(id, bed.clock.now, { category: (from + at) % 5 === 0 ? 'business' : null })),
    );
    await push(bed, bert, ...items);
  }
  const seen: string[] = [];
  let after = '';
  do {
    const page = await list({ category: 'business', after });
    seen.push(...page.ids);
    after = page.next ?? '';
  } while (after !== '');
  expect(seen.sort()).toEqual(ids.filter((_, at) => at % 5 === 0));
});

test('a remark is counted in the list, and the agent’s having read it comes back, once', async () => {
  const id = await remarkId('a2');
  const { ids, comments } = await list({ agent: anna.number });
  expect(comments[ids.indexOf('a2')]).toBe(1);
  const other = await bed.device(anna);
  const before = (await pullAll(bed, other)).cursor;
  const readAt = bed.clock.now + 5;
  const read = { type: 'comment-read', id, at: readAt };
  expect(await push(bed, bert, read)).toMatchObject([{ outcome: 'refused', reason: 'not-yours' }]);
  expect(await push(bed, anna, read)).toEqual([{ outcome: 'applied', revision: 2 }]);
  expect(await push(bed, anna, { ...read, at: readAt + 9 })).toEqual([{ outcome: 'already' }]);
  const path = `/v1/teams/${lead.team}/notes/a2`;
  expect(await bed.ask(lead, 'GET', path)).toMatchObject({ body: { comments: [{ id, readAt }] } });
  expect((await pullAll(bed, other, before)).items).toMatchObject([{ type: 'comment', id, readAt }]);
});

test('what was said of a note that is deleted goes with it', async () => {
  const id = await remarkId('a1');
  await push(bed, anna, { type: 'gone', id: 'a1' });
  expect(await push(bed, anna, { type: 'comment-read', id, at: bed.clock.now })).toEqual([
    { outcome: 'already' },
  ]);
  expect(await remark('a1')).toMatchObject({ status: 404 });
});

test('another team’s lead and another organisation’s admin neither read, nor remark, nor tell whether there is something', async () => {
  const elsewhere = await bed.seat('lead', await bed.team(admin.org));
  const foreign = await bed.organisation();
  for (const seat of [elsewhere, foreign]) {
    for (const note of ['a2', 'invented']) {
      expect(await remark(note, seat)).toMatchObject({ status: 404 });
      // A note of another team does not exist in the own team.
      expect(await remark(note, seat, seat.team)).toMatchObject({ status: 404, body: { detail: null } });
      const own = `/v1/teams/${seat.team}/notes/${note}`;
      expect(await bed.ask(seat, 'GET', own)).toMatchObject({ status: 404 });
      expect(await bed.ask(seat, 'GET', `${own}/full`)).toMatchObject({ status: 404 });
    }
    expect((await list({}, seat, seat.team)).ids).toEqual([]);
    const sent = { type: 'comment-read', id: await remarkId('a2'), at: 0 };
    expect(await push(bed, seat, sent)).toEqual([{ outcome: 'already' }]);
  }
  expect(await bed.ask(bert, 'GET', `/v1/teams/${lead.team}/notes/a2`)).toMatchObject({ status: 403 });
  expect((await list({ agent: anna.number }, admin, lead.team)).ids).toContain('a2');
});
