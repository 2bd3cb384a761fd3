import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appUrlOf } from '../../server/database/app-login.ts';
import { connectAsApp } from '../../server/database/connect.ts';
import type { Tables } from '../../server/database/tables.ts';
import type { RestoreGuard } from '../../server/restore/restore-guard.ts';
import { freshDatabase, withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, push } from '../helpers/server/sync-story.ts';
import { until } from '../helpers/until.ts';

const NUMBER = '13900005678';

/** Every text that is not pushed from an outbox, and how it is written. */
type Write = readonly [what: string, write: () => Promise<{ readonly status: number }>];

let bed: ServerBed;
let db: Kysely<Tables>;
let lead: Seat;
let agent: Seat;
/** Holds the erasure before its commit. */
let guard: { keep: RestoreGuard['keep'] };
beforeEach(async () => {
  guard = { keep: async () => {} };
  const url = await freshDatabase();
  // All of them at one time, and the erasure.
  db = await connectAsApp(await appUrlOf(url), 16);
  const held: RestoreGuard = { keep: (...kept) => guard.keep(...kept), mark: async () => {} };
  bed = await serverBed({ db, guard: held }, url);
  const admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
});
afterEach(async () => {
  await db.destroy();
  await bed.close();
});

const text = `${NUMBER} 的顾客`;
const path = (rest: string) => `/v1/teams/${lead.team}/${rest}`;
const asked = () => ({
  ...{ id: crypto.randomUUID(), call: `call-${crypto.randomUUID()}`, why: 'abuse', summary: text },
  at: bed.clock.now,
});

/** One of each. The requests for help and the draft that are changed are there before. */
async function writes(): Promise<readonly Write[]> {
  const [known, over] = [asked(), asked()];
  for (const request of [known, over])
    expect(await bed.ask(agent, 'POST', '/v1/help', request)).toMatchObject({ status: 200 });
  const draft = path(`drafts/${crypto.randomUUID()}`);
  const content = { situations: [{ say: text }] };
  const saved = await bed.ask(lead, 'POST', draft, { revision: 0, name: text, content });
  expect(saved).toMatchObject({ status: 200 });
  const note = noteOf(crypto.randomUUID(), bed.clock.now);
  await push(bed, agent, noteItem(note));
  const message = { id: crypto.randomUUID(), to: agent.number, call: null, text };
  const state = { state: 'in-call', since: bed.clock.now, call: `${NUMBER}@pbx`, situation: null };
  return [
    ['a request for help', () => bed.ask(agent, 'POST', '/v1/help', asked())],
    ['its acknowledgement', () => bed.ask(lead, 'POST', path(`help/${known.id}/acknowledge`), {})],
    ['its end', () => bed.ask(agent, 'POST', `/v1/help/${over.id}/over`, {})],
    ['a comment', () => bed.ask(lead, 'POST', path(`notes/${note.id}/comments`), { text })],
    ['a message', () => bed.ask(lead, 'POST', path('messages'), message)],
    ['a presence', () => bed.ask(agent, 'POST', '/v1/presence/state', state)],
    [
      'a new draft',
      () =>
        bed.ask(lead, 'POST', path(`drafts/${crypto.randomUUID()}`), { revision: 0, name: text, content }),
    ],
    ['a draft that is saved', () => bed.ask(lead, 'POST', draft, { revision: 1, name: text, content })],
  ];
}

const erase = () => bed.ask(lead, 'POST', path('erasures'), { number: NUMBER });

async function tablesNaming(): Promise<readonly string[]> {
  return await withClient(bed.url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const naming: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`select row_to_json(t)::text as text from "${name}" t`);
      if (rows.some((row) => String(row.text).includes(NUMBER))) naming.push(name);
    }
    return naming;
  });
}

/** Transactions of the server that wait for a lock. */
async function waiting(): Promise<number> {
  return await withClient(bed.url, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database()
       and wait_event_type = 'Lock'`,
    );
    return rows[0].n;
  });
}

describe('what is written while a number is erased', () => {
  test('waits for the erasure, and does not name the number afterwards', async () => {
    const all = await writes();
    let isHeld = false;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    guard.keep = async () => {
      isHeld = true;
      await released;
    };
    const erasing = erase();
    await until('the erasure is about to commit', () => isHeld);
    const writing = all.map(([, write]) => write());
    await until('they wait', async () => (await waiting()) === all.length);
    release();
    expect(await erasing).toMatchObject({ status: 200 });
    const statuses = (await Promise.all(writing)).map(({ status }, at) => [all[at]?.[0], status]);
    // A lead whose draft was redacted meanwhile merges it first.
    expect(statuses).toEqual(all.map(([what]) => [what, what === 'a draft that is saved' ? 409 : 200]));
    expect(await tablesNaming()).toEqual([]);
  });

  test('is waited for, and erased with the rest', async () => {
    const all = await writes();
    await withClient(bed.url, async (client) => {
      // The rows that every one of them writes last.
      await client.query('begin');
      await client.query('lock table events, presence_states, records in share mode');
      const writing = all.map(([, write]) => write());
      await until('they are in the middle', async () => (await waiting()) === all.length);
      const erasing = erase();
      await until('the erasure waits', async () => (await waiting()) === all.length + 1);
      await client.query('commit');
      for (const [at, one] of (await Promise.all(writing)).entries())
        expect([all[at]?.[0], one.status]).toEqual([all[at]?.[0], 200]);
      expect(await erasing).toMatchObject({ status: 200 });
    });
    expect(await tablesNaming()).toEqual([]);
  });
});

test('leads who see an open request receive it without its text', async () => {
  const request = asked();
  await bed.ask(agent, 'POST', '/v1/help', request);
  await erase();
  const { rows } = await withClient(bed.url, (client) => client.query('select body from events'));
  expect(rows.map(({ body }) => body)).toEqual([
    { type: 'help', request: expect.objectContaining({ id: request.id, summary: '' }) },
  ]);
});

test('a draft that is redacted as it arrives is fetched again by the browser that saved it', async () => {
  await erase();
  const draft = path(`drafts/${crypto.randomUUID()}`);
  const content = { situations: [{ say: text }] };
  const { body } = await bed.ask(lead, 'POST', draft, { revision: 0, name: text, content });
  expect(body).toMatchObject({ revision: 1 });
  const read = await bed.ask(lead, 'GET', draft);
  expect(read.body).toMatchObject({ revision: 2, name: '█ 的顾客' });
});
