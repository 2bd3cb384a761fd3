import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, pullAll, push } from '../helpers/server/sync-story.ts';
import { until } from '../helpers/until.ts';

let bed: ServerBed;
let home: Seat;
let work: Seat;
beforeAll(async () => {
  bed = await serverBed();
  home = await bed.seat('agent', await bed.organisation());
  work = await bed.device(home);
});
afterAll(async () => await bed.close());

/** Rows of note versions that PostgreSQL fetched, by index or by reading the table. */
async function versionsRead(work: () => Promise<unknown>): Promise<number> {
  const counter = () =>
    withClient(bed.url, async (client) => {
      // A connection reports what it did when it is idle for seconds, or when it ends.
      await until('the connections of the server have ended', async () => {
        const { rows } = await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`,
        );
        return rows.length === 0;
      });
      const { rows } = await client.query<{ read: string; added: string }>(
        `select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read, n_tup_ins as added
         from pg_stat_user_tables where relname = 'note_versions'`,
      );
      return { read: Number(rows[0]?.read), added: Number(rows[0]?.added) };
    });
  const before = await counter();
  await work();
  let after = await counter();
  await until('the counters have come', async () => {
    after = await counter();
    return after.added > before.added;
  });
  return after.read - before.read;
}

/** Pushes revisions `from` to `to` of a note as one device, each on top of the one before. */
async function revise(seat: Seat, id: string, from: number, to: number, base: number) {
  for (let first = from; first <= to; first += 250) {
    const items = Array.from({ length: Math.min(250, to - first + 1) }, (_, nth) => {
      const revision = first + nth;
      return noteItem(noteOf(id, bed.clock.now, { text: `${seat.device} ${revision}` }), revision, base);
    });
    await push(bed, seat, ...items);
  }
}

test('a push reads as many versions of a note with 3,000 revisions as of one with 3', async () => {
  const [short, long] = [crypto.randomUUID(), crypto.randomUUID()];
  await revise(home, short, 1, 3, 0);
  await revise(home, long, 1, 1_500, 0);
  await revise(work, long, 1, 1_500, 0);
  // Statistics: otherwise the planner takes the table for small.
  await withClient(bed.url, (client) => client.query('vacuum analyze note_versions'));
  const next = (id: string, revision: number) => () =>
    push(bed, home, noteItem(noteOf(id, bed.clock.now, { text: '又改' }), revision, revision - 1));
  const [ofShort, ofLong] = [await versionsRead(next(short, 4)), await versionsRead(next(long, 1_501))];
  expect(ofLong).toBeLessThanOrEqual(ofShort + 2);
  expect(ofLong).toBeLessThan(10);
});

test('a device receives the newest overruled texts, not hundreds, and a page has a bounded size', async () => {
  const id = crypto.randomUUID();
  const text = (who: string, nth: number) => `${who} ${nth} ${'长'.repeat(1_000)}`;
  for (let nth = 1; nth <= 30; nth += 1) {
    bed.clock.now += 1_000;
    for (const [who, seat] of [
      ['甲', home],
      ['乙', work],
    ] as const) {
      await push(bed, seat, noteItem(noteOf(id, bed.clock.now, { text: text(who, nth) }), nth, 0));
    }
  }
  const { items } = await pullAll(bed, home);
  const pulled = items.find((item) => item.type === 'note' && item.id === id);
  if (pulled?.type !== 'note') throw new Error('no note');
  expect(pulled.overruled.length).toBeGreaterThan(5);
  expect(pulled.overruled.length).toBeLessThanOrEqual(20);
});

test('a page of long notes is cut short, and the next one goes on', async () => {
  const agent = await bed.seat('agent', home);
  const notes = Array.from({ length: 100 }, () =>
    noteOf(crypto.randomUUID(), bed.clock.now, { text: '长'.repeat(20_000) }),
  );
  for (const note of notes) await push(bed, agent, noteItem(note));
  const first = await bed.ask(agent, 'GET', '/v1/sync/pull?limit=1000');
  expect(first.body).toMatchObject({ more: true });
  expect(JSON.stringify(first.body).length).toBeLessThan(4_000_000);
  const { items } = await pullAll(bed, agent, '', 1_000);
  const ids = items.flatMap((item) => (item.type === 'note' ? [item.id] : []));
  expect(ids).toEqual(notes.map(({ id }) => id));
});
