import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { readConfig } from '../../server/operate/config.ts';
import { openDatabases } from '../../server/operate/open-database.ts';
import { startServer } from '../../server/start-server.ts';
import { describeWith } from '../helpers/need-program.ts';
import { freshDatabase, withClient } from '../helpers/server/database.ts';
import { deafProxy } from '../helpers/server/deaf-proxy.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { noteItem, noteOf, orderOpened } from '../helpers/server/sync-story.ts';

const ERASED = '+8613900004321';
const WEBHOOK = { kind: 'json', url: 'https://example.com/hook', events: ['help.asked'] };
const DELETED = '+8613900005432';
const LISTED = '+8613900007654';
const customer = (number: string) => ({ number, surname: '王', title: 'ms', vip: true, remarks: '' });

describeWith(['pg_dump', 'pg_restore'], 'back-up and restore', () => {
  let bed: ServerBed;
  let folder: string;
  let erasures: string;
  const cleanUps: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    bed = await serverBed();
    bed.clock.now = Date.now();
    folder = await mkdtemp(join(tmpdir(), 'sansheng-restore-'));
    erasures = await freshDatabase('template1');
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
    await bed.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (program: string, ...args: readonly string[]) => await promisify(execFile)(program, args);
  // As docs/deploy.md says it.
  const backUp = async (name: string) => {
    await run('pg_dump', '--format=custom', `--file=${join(folder, name)}`, bed.url);
  };
  const restoreInPlace = async (name: string) => {
    const how = ['--clean', '--if-exists', '--no-owner', '--single-transaction', '--exit-on-error'];
    await run('pg_restore', ...how, `--dbname=${bed.url}`, join(folder, name));
  };
  const restoreAnew = async (name: string) => {
    const database = new URL(bed.url).pathname.slice(1);
    const maintenance = new URL(bed.url);
    maintenance.pathname = '/postgres';
    await bed.close();
    await withClient(maintenance.href, async (client) => {
      await client.query(`drop database ${database} with (force)`);
      await client.query(`create database ${database}`);
    });
    const how = ['--no-owner', '--single-transaction', '--exit-on-error'];
    await run('pg_restore', ...how, `--dbname=${bed.url}`, join(folder, name));
    bed = await serverBed({}, bed.url);
  };

  /** The server as a process starts it. */
  const start = async (erasureUrl: string | null = erasures) => {
    const settings = { DATABASE_URL: bed.url, PORT: '0', LOG_LEVEL: 'silent', DATABASE_CONNECTIONS: '4' };
    const config = readConfig(
      erasureUrl === null ? settings : { ...settings, ERASURE_DATABASE_URL: erasureUrl },
    );
    const database = await openDatabases(config, () => {}, 'serve');
    const server = await startServer(config, database).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    let isStopped = false;
    const stop = async () => {
      if (isStopped) return;
      isStopped = true;
      await server.stop();
      await database.close();
    };
    cleanUps.push(stop);
    const ask = async (seat: Seat, method: string, path: string, body?: unknown) => {
      const response = await fetch(server.url + path, {
        method,
        headers: { authorization: `Bearer ${seat.token}`, [VERSION_HEADER]: String(SYNC_VERSION) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      return { status: response.status, body: answer };
    };
    return { url: server.url, stop, ask };
  };

  const on = async (seat: Seat, url: string) => await SyncDevice.enrolled(seat, url);
  const openOrder = async (device: SyncDevice, number: string) => {
    const order = orderOpened(device.seat.number, Date.now(), crypto.randomUUID(), number);
    await device.stores.team.append([order]);
    return order.id;
  };

  test.each([
    ['in place', (name: string) => restoreInPlace(name)],
    ['into a new database', (name: string) => restoreAnew(name)],
  ])(
    'restored %s: the erased stay erased, the revoked stay revoked, and what devices hold comes back',
    async (_, restore) => {
      const admin = await bed.organisation();
      const lead = await bed.seat('lead', admin);
      const [agent, revoked, left] = [
        await bed.seat('agent', admin),
        await bed.seat('agent', admin),
        await bed.seat('agent', admin),
      ];
      const [other, ownRevoked] = [await bed.device(agent), await bed.device(agent)];
      const before = await start();
      const device = await on(agent, before.url);
      await device.writesNote('erased', { text: 'erased' }, ERASED);
      await openOrder(device, ERASED);
      const deleted = await device.writesNote('deleted', { text: 'deleted' }, DELETED);
      expect(await device.sync()).toEqual({ ok: true });
      const code = await before.ask(admin, 'POST', `/v1/teams/${admin.team}/members/${agent.member}/codes`);
      const tokens = `/v1/teams/${admin.team}/tokens`;
      const webhooks = `/v1/teams/${admin.team}/webhooks`;
      const token = await before.ask(admin, 'POST', tokens, {
        ...{ kind: 'phone', member: agent.member, label: '话机' },
      });
      const webhook = await before.ask(admin, 'POST', webhooks, WEBHOOK);
      const customers = `/v1/teams/${admin.team}/customers`;
      const listed = { customers: [ERASED, DELETED, LISTED].map(customer) };
      expect((await before.ask(admin, 'POST', customers, listed)).body).toMatchObject({ saved: 3 });
      await backUp('monday');

      expect((await before.ask(admin, 'DELETE', `${tokens}/${Object(token.body).id}`)).status).toBe(200);
      expect((await before.ask(admin, 'DELETE', `${webhooks}/${Object(webhook.body).id}`)).status).toBe(200);
      const removal = { numbers: [DELETED] };
      expect((await before.ask(admin, 'POST', `${customers}/removals`, removal)).body).toEqual({
        removed: 1,
      });
      const erase = await before.ask(admin, 'POST', `/v1/teams/${admin.team}/erasures`, { number: ERASED });
      expect(erase).toEqual({ status: 200, body: { notes: 1, subjects: 1 } });
      const devices = `/v1/teams/${admin.team}/devices`;
      expect((await before.ask(admin, 'DELETE', `${devices}/${revoked.device}`)).status).toBe(200);
      expect((await before.ask(ownRevoked, 'DELETE', '/v1/me/device')).status).toBe(200);
      const leaves = await before.ask(admin, 'PATCH', `/v1/teams/${admin.team}/members/${left.member}`, {
        left: true,
      });
      expect(leaves.status).toBe(200);
      await device.deletesCallerOf(deleted);
      const kept = await device.writesNote('kept', { text: 'kept' });
      const order = await openOrder(device, '+8613900006543');
      expect(await device.sync()).toEqual({ ok: true });
      expect(await device.unsent()).toBe(0);
      const comments = `/v1/teams/${admin.team}/notes/${kept}/comments`;
      const texts = ['read', 'unread'];
      for (const text of texts) {
        expect((await before.ask(lead, 'POST', comments, { text })).status).toBe(200);
        expect(await device.sync()).toEqual({ ok: true });
        if (text === 'read') await device.stores.comments.markRead(kept);
      }
      expect(await device.sync()).toEqual({ ok: true });

      await before.stop();
      await restore('monday');
      const after = await start();
      for (const seat of [revoked, ownRevoked, left])
        expect((await after.ask(seat, 'GET', '/v1/me')).status).toBe(401);
      expect((await after.ask(other, 'GET', '/v1/me')).status).toBe(200);
      expect((await after.ask(admin, 'GET', webhooks)).body).toEqual({ webhooks: [] });
      expect((await after.ask(admin, 'GET', customers)).body).toEqual({ customers: [customer(LISTED)] });
      expect((await after.ask(admin, 'GET', tokens)).body).toMatchObject({
        tokens: [{ revokedAt: expect.any(Number) }],
      });
      const members = await after.ask(admin, 'GET', `/v1/teams/${admin.team}/members`);
      expect(JSON.stringify(members.body)).toMatch(new RegExp(`"id":"${left.member}"[^}]*"leftAt":\\d`));
      const used = { code: Object(code.body).code, label: 'late' };
      expect((await after.ask(admin, 'POST', '/v1/enrol', used)).status).toBe(422);

      const held = await on(agent, after.url);
      expect(await held.sync()).toEqual({ ok: true });
      expect([...(await held.notes()).keys()]).toEqual([]);
      expect(await held.team()).toEqual([]);

      await device.movesTo(after.url);
      expect(await device.sync()).toEqual({ ok: true });
      const note = await after.ask(lead, 'GET', `/v1/teams/${admin.team}/notes/${kept}`);
      expect(Object(note.body).comments).toEqual([
        expect.objectContaining({ text: 'read', by: lead.number, readAt: expect.any(Number) }),
        expect.objectContaining({ text: 'unread', by: lead.number, readAt: null }),
      ]);
      const second = await on(other, after.url);
      expect(await second.sync()).toEqual({ ok: true });
      for (const one of [device, second]) {
        expect([...(await one.notes()).keys()]).toEqual([kept]);
        expect((await one.team()).map(({ id }) => id)).toEqual([order]);
      }
    },
    60_000,
  );

  test('each restore gives another epoch, also of a newer back-up after an older one', async () => {
    const admin = await bed.organisation();
    const epochs: unknown[] = [];
    const work = async (notes: number) => {
      const server = await start();
      epochs.push(Object((await server.ask(admin, 'GET', '/v1/sync/pull')).body).epoch);
      for (let n = 0; n < notes; n += 1) {
        const item = noteItem(noteOf(crypto.randomUUID(), Date.now()));
        expect((await server.ask(admin, 'POST', '/v1/sync/push', { items: [item] })).status).toBe(200);
      }
      await server.stop();
    };
    await work(2);
    await backUp('monday');
    await work(5);
    expect(epochs[1]).toBe(epochs[0]);
    await backUp('tuesday');
    await work(2);
    await restoreInPlace('monday');
    await work(1);
    await restoreInPlace('tuesday');
    await work(9);
    await restoreInPlace('tuesday');
    await work(0);
    await work(0);
    expect(new Set(epochs.slice(2)).size).toBe(4);
    expect(epochs.at(-1)).toBe(epochs.at(-2));
  }, 60_000);

  test('while the second database cannot be reached, deleting and revoking change nothing', async () => {
    const admin = await bed.organisation();
    const [agent, other] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
    const proxy = await deafProxy(erasures);
    cleanUps.push(() => proxy.close());
    const server = await start(proxy.url);
    const device = await on(agent, server.url);
    const note = await device.writesNote('held', { text: 'held' }, ERASED);
    expect(await device.sync()).toEqual({ ok: true });
    const [tokens, webhooks] = [`/v1/teams/${admin.team}/tokens`, `/v1/teams/${admin.team}/webhooks`];
    const token = await server.ask(admin, 'POST', tokens, {
      ...{ kind: 'phone', member: agent.member, label: '话机' },
    });
    const webhook = await server.ask(admin, 'POST', webhooks, WEBHOOK);
    const customers = `/v1/teams/${admin.team}/customers`;
    await server.ask(admin, 'POST', customers, { customers: [customer(LISTED)] });
    proxy.goDeaf();
    const refused = { status: 503, body: { reason: 'unavailable', detail: null } };
    const asked = await Promise.all([
      server.ask(admin, 'POST', `/v1/teams/${admin.team}/erasures`, { number: ERASED }),
      server.ask(admin, 'DELETE', `/v1/teams/${admin.team}/devices/${other.device}`),
      server.ask(other, 'DELETE', '/v1/me/device'),
      server.ask(admin, 'PATCH', `/v1/teams/${admin.team}/members/${other.member}`, { left: true }),
      server.ask(agent, 'POST', '/v1/sync/push', { items: [{ type: 'gone', id: note }] }),
      server.ask(admin, 'DELETE', `${tokens}/${Object(token.body).id}`),
      server.ask(admin, 'DELETE', `${webhooks}/${Object(webhook.body).id}`),
      server.ask(admin, 'POST', `${customers}/removals`, { numbers: [LISTED] }),
    ]);
    for (const answer of asked) expect(answer).toEqual(refused);
    expect((await server.ask(other, 'GET', '/v1/me')).status).toBe(200);
    expect(Object((await server.ask(admin, 'GET', tokens)).body).tokens).toMatchObject([{ revokedAt: null }]);
    expect(Object((await server.ask(admin, 'GET', webhooks)).body).webhooks).toHaveLength(1);
    expect(Object((await server.ask(admin, 'GET', customers)).body).customers).toHaveLength(1);
    const pulled = await server.ask(agent, 'GET', '/v1/sync/pull');
    expect(pulled.body).toMatchObject({ items: [{ type: 'note', id: note }] });

    // Agents go on working: their notes are stored, and the mark follows.
    await device.types(note, { text: 'more' });
    expect(await device.sync()).toEqual({ ok: true });
    proxy.passAgain();
    await server.stop();
    await backUp('tuesday');
    const again = await start();
    expect((await again.ask(other, 'DELETE', '/v1/me/device')).status).toBe(200);
    expect((await again.ask(other, 'GET', '/v1/me')).status).toBe(401);
  }, 60_000);

  test('a second database that cannot be reached at the start stops it, and a missing setting does not', async () => {
    const nowhere = new URL(erasures);
    nowhere.port = '1';
    await expect(start(nowhere.href)).rejects.toThrow('ERASURE_DATABASE_URL');
    await (await start(null)).stop();
  });
});
