import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  exportAnswerSchema,
  notePageSchema,
  reviewPageSchema,
} from '../../contract/api/review/reviewed-note.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, pullAll, push } from '../helpers/server/sync-story.ts';

let bed: ServerBed;
let supervisor: Seat;
let lead: Seat;
let agent: Seat;
let note: ReturnType<typeof noteOf>;
beforeAll(async () => {
  bed = await serverBed();
  const admin = await bed.organisation();
  supervisor = await bed.seat('supervisor', admin);
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
  note = noteOf(crypto.randomUUID(), bed.clock.now, {
    text: '回电 13900007777',
    surname: '王',
    category: 'query',
  });
  await push(bed, agent, noteItem(note), {
    ...{ type: 'facts', id: note.id, revision: 1 },
    facts: {
      ...{
        rings: 2,
        queuedMs: null,
        answeredAt: bed.clock.now + 1,
        endedAt: bed.clock.now + 2,
        end: { how: 'hung-up', by: 'remote-party' },
      },
      ...{
        holds: { count: 0, totalMs: 0 },
        mutes: { count: 0, totalMs: 0 },
        situations: [],
        steps: [],
        forcedHangUps: 0,
      },
    },
  });
});
afterAll(async () => await bed.close());

const span = () => `from=${bed.clock.now - 1}&to=${bed.clock.now + 1}`;
const at = (path: string) => `/v1/teams/${lead.team}${path}`;

test('a supervisor reads what the team wrote, numbers masked', async () => {
  const { body } = await bed.ask(supervisor, 'GET', at(`/notes?${span()}`));
  const { notes, next } = v.parse(reviewPageSchema, body);
  expect(notes).toMatchObject([
    { by: agent.number, note: { id: note.id, surname: '王', facts: { rings: 2 } } },
  ]);
  expect(next).toBe(null);
  expect(JSON.stringify(body)).not.toContain('13900007777');
  expect(JSON.stringify(body)).not.toContain('13900001234');
});

test('figures come without anything of a person', async () => {
  const { body } = await bed.ask(supervisor, 'GET', at(`/figures?${span()}`));
  expect(body).toMatchObject({
    notes: [{ note: { category: 'query', text: '', surname: '', contact: { number: '' } } }],
  });
  expect(JSON.stringify(body)).not.toMatch(/13900007777|13900001234/);
});

test('figures say which calls have the same caller, by a key that is not the stored one', async () => {
  const { body } = await bed.ask(supervisor, 'GET', at(`/figures?${span()}`));
  const [first] = v.parse(notePageSchema, body).notes;
  expect(first?.caller).toEqual({
    key: expect.stringMatching(/^[0-9a-f]{64}$/),
    masked: expect.stringMatching(/^•+1234$/),
  });
  const again = v.parse(notePageSchema, (await bed.ask(lead, 'GET', at(`/figures?${span()}`))).body);
  expect(again.notes[0]?.caller).toEqual(first?.caller);
});

test('the whole number is shown to who asks for it, on record', async () => {
  const { body } = await bed.ask(supervisor, 'GET', at(`/notes/${note.id}/full`));
  expect(body).toMatchObject({ note: { text: '回电 13900007777', contact: { number: '+8613900001234' } } });
  const audit = await bed.ask(lead, 'GET', at('/audit?group=numbers'));
  expect(audit.body).toMatchObject({
    entries: [{ action: 'full-note-read', member: supervisor.member, detail: { note: note.id } }],
  });
});

test('a lead exports, masked or in full, on record; a supervisor does not', async () => {
  const request = { from: bed.clock.now - 1, to: bed.clock.now + 1, full: false };
  const masked = await bed.ask(lead, 'POST', at('/notes/export'), request);
  expect(JSON.stringify(masked.body)).not.toContain('13900001234');
  const full = await bed.ask(lead, 'POST', at('/notes/export'), { ...request, full: true });
  expect(v.parse(exportAnswerSchema, full.body).notes[0]?.note.contact).toEqual(note.contact);
  expect(await bed.ask(supervisor, 'POST', at('/notes/export'), request)).toMatchObject({ status: 403 });
  const { body } = await bed.ask(lead, 'GET', at('/audit'));
  expect(JSON.stringify(body).match(/notes-exported/g)).toHaveLength(2);
});

test('a remark reaches the agent who wrote the note, and nobody else', async () => {
  const remark = { text: '问候很好' };
  expect(await bed.ask(lead, 'POST', at(`/notes/${note.id}/comments`), remark)).toMatchObject({
    status: 200,
  });
  const { items } = await pullAll(bed, agent);
  expect(items).toContainEqual(
    expect.objectContaining({ type: 'comment', note: note.id, by: lead.number, ...remark }),
  );
  const elsewhere = await pullAll(bed, await bed.seat('agent', lead));
  expect(elsewhere.items).toEqual([]);
  expect(await bed.ask(lead, 'GET', at(`/notes/${note.id}`))).toMatchObject({ body: { comments: [remark] } });
});
