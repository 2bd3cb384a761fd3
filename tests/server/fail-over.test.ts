import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appUrlOf } from '../../server/database/app-login.ts';
import { migrate } from '../../server/database/migrate.ts';
import { ensureDatabase } from '../../server/postgres/ensure-database.ts';
import { describeWith } from '../helpers/need-program.ts';
import { withClient } from '../helpers/server/database.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type ReplicatedPostgres, replicatedPostgres } from '../helpers/server/replicated-postgres.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { noteItem, noteOf, orderOpened, pullAll, push } from '../helpers/server/sync-story.ts';
import { until } from '../helpers/until.ts';

const SYSTEM = '/usr/lib/postgresql';

describeWith(['pg_lsclusters'], 'a standby that lagged takes over', () => {
  let postgres: ReplicatedPostgres;
  let bed: ServerBed;
  let server: Listening;

  beforeAll(async () => {
    const version =
      readdirSync(SYSTEM)
        .sort((a, b) => Number(a) - Number(b))
        .at(-1) ?? '';
    postgres = await replicatedPostgres(`${SYSTEM}/${version}/bin`);
    const url = await ensureDatabase(postgres.url, 'sansheng');
    await migrate(url);
    await appUrlOf(url);
    bed = await serverBed({}, url);
    server = await listening(bed);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await bed.close();
    await postgres.close();
  });

  const settle = async (devices: readonly SyncDevice[]) => {
    // Each must see what the others brought back.
    for (let round = 0; round < 2; round += 1) {
      for (const device of devices)
        await until('a round succeeds', async () => (await device.sync()).ok, 30_000);
    }
  };

  test('every device and the server hold the same again, and nothing that a device holds is missing', async () => {
    const admin = await bed.organisation();
    const seats: Seat[] = [];
    for (let n = 0; n < 4; n += 1) seats.push(await bed.seat('agent', admin));
    const devices: SyncDevice[] = [];
    for (const seat of seats) {
      devices.push(await SyncDevice.enrolled(seat, server.origin));
      devices.push(await SyncDevice.enrolled(await bed.device(seat), server.origin));
    }
    const write = async (device: SyncDevice, call: string) => {
      const order = orderOpened(device.seat.number, bed.clock.now);
      await device.stores.team.append([order]);
      const note = await device.writesNote(`${call}-${device.seat.device}`, { text: call });
      return { order: order.id, note };
    };
    const before = await Promise.all(devices.map((device) => write(device, 'before')));
    await settle(devices);

    await until('the standby has it all', async () => {
      const lag = await withClient(postgres.url('postgres'), async (client) => {
        const { rows } = await client.query(
          'select pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::int as behind from pg_stat_replication',
        );
        return rows;
      });
      return lag.length === 1 && lag[0].behind === 0;
    });
    await postgres.cutOffStandby();
    const lost = await Promise.all(devices.map((device) => write(device, 'acknowledged and lost')));
    await settle(devices);
    expect(await devices[0]?.unsent()).toBe(0);
    // The author of one is gone for good; a colleague’s device still holds the order.
    const [gone] = devices.splice(0, 1);
    if (gone === undefined) throw new Error('no device');
    await postgres.failOver();
    const unsent = await Promise.all(devices.map((device) => write(device, 'after')));
    await settle(devices);

    const orders = [...before, ...lost, ...unsent].map(({ order }) => order).sort();
    for (const device of devices) {
      expect((await device.team()).map(({ id }) => id).sort()).toEqual(orders);
      expect(await device.unsent()).toBe(0);
    }
    const newest = await SyncDevice.enrolled(await bed.seat('agent', admin), server.origin);
    await newest.sync();
    const atServer = await newest.team();
    expect(atServer.map(({ id }) => id).sort()).toEqual(orders);
    const places = (events: readonly { id: string; seq?: number }[]) =>
      events.map(({ id, seq }) => [id, seq]);
    for (const device of devices) expect(places(await device.team())).toEqual(places(atServer));

    // Notes are the agent’s own: each of the agent’s devices has all of them.
    for (const device of devices) {
      const own = [gone, ...devices].filter(({ seat }) => seat.member === device.seat.member);
      const texts = [...(await device.notes()).values()].map(({ text }) => text).sort();
      const expected = own.flatMap((one) =>
        one === gone ? ['acknowledged and lost', 'before'] : ['acknowledged and lost', 'after', 'before'],
      );
      expect(texts).toEqual(expected.sort());
    }
  }, 120_000);

  test('a lead’s comment cannot be made up, nor moved to another note or agent', async () => {
    const admin = await bed.organisation();
    const [agent, colleague] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
    const lead = await bed.seat('lead', admin);
    const notes = ['one', 'two'].map((text) => noteOf(crypto.randomUUID(), bed.clock.now, { text }));
    await push(bed, agent, ...notes.map((note) => noteItem(note)));
    const [note, other] = notes.map(({ id }) => id);
    const comments = `/v1/teams/${admin.team}/notes/${note}/comments`;
    expect((await bed.ask(lead, 'POST', comments, { text: '请补全' })).status).toBe(200);
    const { items } = await pullAll(bed, agent);
    const pulled = items.find(({ type }) => type === 'comment');
    if (pulled?.type !== 'comment') throw new Error('no comment');
    const { type: _, ...genuine } = pulled;
    const restored = { ...genuine, type: 'restored-comment' };
    const forged = [
      { ...restored, text: '很好' },
      { ...restored, by: '1' },
      { ...restored, id: crypto.randomUUID() },
      { ...restored, note: other },
      { ...restored, receipt: 'A'.repeat(43) },
    ];
    for (const result of await push(bed, agent, ...forged))
      expect(result).toMatchObject({ outcome: 'refused', reason: 'not-by-you' });
    expect(await push(bed, colleague, restored)).toMatchObject([{ outcome: 'refused' }]);
    expect(await push(bed, agent, restored)).toEqual([{ outcome: 'already' }]);
  });

  test('a colleague’s event cannot be made up: without the server’s receipt it is refused', async () => {
    const admin = await bed.organisation();
    const [author, forger] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
    const event = { ...orderOpened(author.number, bed.clock.now), receivedAt: bed.clock.now };
    for (const receipt of [undefined, '', 'A'.repeat(43)]) {
      const item = { type: 'restored', event: receipt === undefined ? event : { ...event, receipt } };
      const { body } = await bed.ask(forger, 'POST', '/v1/sync/push', { items: [item] });
      expect(body).toMatchObject({ results: [{ outcome: 'refused' }] });
    }
    const genuine = orderOpened(author.number, bed.clock.now);
    await bed.ask(author, 'POST', '/v1/sync/push', { items: [{ type: 'team', event: genuine }] });
    const { body } = await bed.ask(forger, 'GET', '/v1/sync/pull');
    const [pulled] = Object(body).items;
    const changed = { ...pulled.event, id: crypto.randomUUID() };
    const { body: answer } = await bed.ask(forger, 'POST', '/v1/sync/push', {
      items: [
        { type: 'restored', event: changed },
        { type: 'restored', event: pulled.event },
      ],
    });
    expect(answer).toMatchObject({
      results: [{ outcome: 'refused', reason: 'not-by-you' }, { outcome: 'already' }],
    });
  });
});
