import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enrolAnswerSchema } from '../../contract/api/members/enrolment.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { readConfig } from '../../server/operate/config.ts';
import { openDatabases } from '../../server/operate/open-database.ts';
import { readRoutes } from '../../server/operate/read-routes.ts';
import { makeCode } from '../../server/sign-in/enrolment-code.ts';
import { startServer } from '../../server/start-server.ts';
import { builtServer } from '../helpers/server/built-server.ts';
import { freshDatabase, withClient } from '../helpers/server/database.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { startServerProcess } from '../helpers/server/server-process.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { orderOpened } from '../helpers/server/sync-story.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sansheng-routes-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const write = async (table: unknown) => {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(file, typeof table === 'string' ? table : JSON.stringify(table));
  return file;
};

describe('one process, two clusters', () => {
  let beds: ServerBed[];
  let seats: Seat[];
  let origin: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    beds = [await serverBed(), await serverBed(), await serverBed()];
    seats = await Promise.all(beds.map((bed) => bed.organisation()));
    const [north, south, unnamed] = beds;
    const [first, second] = seats;
    const DATABASE_ROUTES = await write({
      clusters: { north: { owner: north?.url }, south: { owner: south?.url }, west: { owner: unnamed?.url } },
      organisations: { [first?.org ?? '']: 'north', [second?.org ?? '']: 'south' },
    });
    const config = readConfig({ DATABASE_ROUTES, PORT: '0', LOG_LEVEL: 'silent', DATABASE_CONNECTIONS: '2' });
    const databases = await openDatabases(config, () => {}, 'serve');
    const server = await startServer(config, databases);
    origin = server.url;
    stop = async () => {
      await server.stop();
      await databases.close();
    };
  }, 60_000);
  afterAll(async () => {
    await stop();
    for (const bed of beds) await bed.close();
  });

  const post = async (path: string, body: unknown) => {
    const headers = { [VERSION_HEADER]: String(SYNC_VERSION) };
    const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer };
  };
  const bySide = () =>
    [0, 1].map((at) => {
      const [bed, seat] = [beds[at], seats[at]];
      if (bed === undefined || seat === undefined) throw new Error('no such side');
      return { bed, seat };
    });

  test('each organisation reads and writes its own database, and hears of its own changes', async () => {
    for (const { bed, seat } of bySide()) {
      const other = bySide().find((side) => side.bed !== bed);
      const stream = await eventListener(() => origin, seat);
      const device = await SyncDevice.enrolled(seat, origin);
      const order = orderOpened(seat.number, bed.clock.now);
      await device.stores.team.append([order]);
      expect(await device.sync()).toEqual({ ok: true });
      await stream.next('changed');
      stream.stop();
      const ids = async (from: ServerBed) =>
        await inTenant(from.db, seat, async (tx) =>
          (await tx.selectFrom('records').select('id').execute()).map(({ id }) => id),
        );
      expect(await ids(bed)).toContain(order.id);
      if (other !== undefined) expect(await ids(other.bed)).toEqual([]);
    }
  });

  test('an enrolment code leads to the database of its organisation', async () => {
    for (const { bed, seat } of bySide()) {
      const { org, member } = seat;
      const { code } = await inTenant(bed.db, { org, team: '*' }, (tx) =>
        makeCode(tx, { org, member, by: 'server' }, Date.now()),
      );
      const enrolled = await post('/v1/enrol', { code, label: 'routed' });
      expect(enrolled).toMatchObject({ status: 200, body: { me: { member: { id: member } } } });
    }
  });

  test('an organisation that the table does not name is in none of the clusters', async () => {
    const [unnamed] = seats.slice(2);
    if (unnamed === undefined) throw new Error('no seat');
    const headers = { authorization: `Bearer ${unnamed.token}`, [VERSION_HEADER]: String(SYNC_VERSION) };
    expect((await fetch(`${origin}/v1/me`, { headers })).status).toBe(401);
    expect((await post('/v1/enrol', { code: `${unnamed.org}0123456789`, label: '' })).status).toBe(422);
    const started = await post('/v1/sign-in/start', { organisation: unnamed.org });
    expect(started.status).toBe(404);
    expect((await fetch(`${origin}/health`)).status).toBe(200);
  });
});

test('organisations are added to a cluster by its name, and a process that reads the table serves them', async () => {
  const clusters = { north: { owner: await freshDatabase() }, south: { owner: await freshDatabase() } };
  const table = await write({ clusters, organisations: {} });
  const { DATABASE_URL: _, ...surroundings } = process.env;
  const env = { ...surroundings, DATABASE_ROUTES: table, DATABASE_CONNECTIONS: '2' };
  const built = await builtServer();
  cleanUps.push(built.remove);
  const command = async (...words: readonly string[]) =>
    (await promisify(execFile)(process.execPath, [...built.program, ...words], { env })).stderr;
  const codeIn = (printed: string) => /: ([0-9A-Z-]{19})\n/.exec(printed)?.[1] ?? '';

  await expect(command('organisation', '南部')).rejects.toThrow('--cluster=north or south');
  await expect(command('organisation', '--cluster=west', '南部')).rejects.toThrow('--cluster=north or south');
  const printed = await command('organisation', '--cluster=south', '南部', '呼叫中心');
  const org = /Add to the routing table.*"([0-9A-Z]{6})": "south"/.exec(printed)?.[1] ?? '';
  // It is in no cluster before the table says so.
  await expect(command('code', org, '0001')).rejects.toThrow('No database has this organisation.');
  await writeFile(table, JSON.stringify({ clusters, organisations: { [org]: 'south' } }));

  const served = { DATABASE_ROUTES: table, DATABASE_CONNECTIONS: '2' };
  const server = await startServerProcess(served, built.program);
  cleanUps.push(() => server.end('SIGKILL'));
  const enrol = async (code: string) => {
    const headers = { [VERSION_HEADER]: String(SYNC_VERSION) };
    const body = JSON.stringify({ code, label: 'routed' });
    const response = await fetch(`${server.url}/v1/enrol`, { method: 'POST', headers, body });
    return v.parse(enrolAnswerSchema, await response.json()).me;
  };
  expect(await enrol(codeIn(printed))).toMatchObject({ organisation: { id: org, name: '南部 呼叫中心' } });
  // While the server runs.
  expect(await enrol(codeIn(await command('code', org, '0001')))).toMatchObject({
    member: { number: '0001' },
  });
  const organisations = async ({ owner }: { readonly owner: string }) =>
    await withClient(owner, async (client) => (await client.query('select org from organisations')).rows);
  expect(await organisations(clusters.south)).toEqual([{ org }]);
  expect(await organisations(clusters.north)).toEqual([]);
}, 120_000);

describe('the table is parsed and bounded', () => {
  const owner = 'postgres://owner:secret-word@db/sansheng';
  test.each([
    ['no JSON', '{'],
    ['no cluster', { clusters: {}, organisations: {} }],
    ['an address that is none', { clusters: { a: { owner: 'http://x' } }, organisations: {} }],
    ['a cluster that is not there', { clusters: { a: { owner } }, organisations: { ABCDEF: 'b' } }],
    ['a default that is not there', { clusters: { a: { owner } }, organisations: {}, default: 'toString' }],
    ['an organisation that is none', { clusters: { a: { owner } }, organisations: { abc: 'a' } }],
    ['a setting that it does not know', { clusters: { a: { owner, ownr: owner } }, organisations: {} }],
    [
      'too many clusters',
      {
        clusters: Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`c${n}`, { owner }])),
        organisations: {},
      },
    ],
  ])('%s is refused, and no password is printed', async (_, table) => {
    const file = await write(table);
    const refused = await readRoutes(file).then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(refused).toContain('DATABASE_ROUTES');
    expect(refused).not.toContain('secret-word');
  });

  test('a missing file, and other addresses beside it, are refused', async () => {
    await expect(readRoutes(join(folder, 'none'))).rejects.toThrow('cannot be read');
    expect(() => readConfig({ DATABASE_ROUTES: 'x', DATABASE_URL: owner })).toThrow('DATABASE_ROUTES');
    expect(() => readConfig({ DATABASE_ROUTES: 'x', ERASURE_DATABASE_URL: owner })).toThrow(
      'DATABASE_ROUTES',
    );
  });

  test('organisations that it does not name are in the default cluster', async () => {
    const [main, other] = [await freshDatabase(), await freshDatabase()];
    const file = await write({
      clusters: { main: { owner: main }, other: { owner: other } },
      organisations: { ABCDEF: 'other' },
      default: 'main',
    });
    const config = readConfig({ DATABASE_ROUTES: file, DATABASE_CONNECTIONS: '2' });
    const databases = await openDatabases(config, () => {}, 'visit');
    expect([databases.nameOf?.('ABCDEF'), databases.nameOf?.('ZZZZZZ')]).toEqual(['other', 'main']);
    await databases.close();
  });
});
