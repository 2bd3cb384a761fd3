import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_FIELDS } from '../../contract/note/note.ts';
import { httpSyncServer } from '../../phone-host/server/http-sync-server.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';
import { notesOfNumber } from '../../storage/notes/note-list.ts';
import { readUndoStack } from '../../storage/notes/undo-stack.ts';
import { type FaultProxy, faultProxy } from '../helpers/server/fault-proxy.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { orderOpened, received } from '../helpers/server/sync-story.ts';

const NUMBER = '+86 139 0000 1234';

describe('a browser and the team’s server', () => {
  let bed: ServerBed;
  let server: Listening;
  let proxy: FaultProxy;
  let admin: Seat;

  beforeAll(async () => {
    bed = await serverBed();
    server = await listening(bed);
    proxy = await faultProxy(server.origin);
    admin = await bed.organisation();
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
    await bed.close();
  });

  async function twoDevices() {
    const seat = await bed.seat('agent', admin);
    const first = await SyncDevice.enrolled(seat, server.origin, proxy.origin);
    const second = await SyncDevice.enrolled(await bed.device(seat), server.origin, proxy.origin);
    return { seat, first, second };
  }

  test('a note written on one device is read on the agent’s other one, and nothing is unsent', async () => {
    const { first, second } = await twoDevices();
    const id = await first.writesNote('call-1', { surname: '王', text: '冰箱不制冷' });
    expect(await first.sync()).toEqual({ ok: true });
    expect(await first.unsent()).toBe(0);
    expect(await second.sync()).toEqual({ ok: true });
    expect((await second.notes()).get(id)).toMatchObject({ surname: '王', text: '冰箱不制冷' });
    expect((await notesOfNumber(second.stores.notes, NUMBER)).notes.map((note) => note.id)).toEqual([id]);
    expect(await second.unsent()).toBe(0);
  });

  test('an answer tells the device its distance to the server’s clock, a refusal too', async () => {
    const seat = await bed.seat('agent', admin);
    for (const token of [seat.token, 'revoked']) {
      const clock = new ServerClock();
      const before = Date.now();
      const link = httpSyncServer({ server: server.origin, token }, clock);
      for (const _ of [1, 2, 3]) await link.pull('');
      const roundTrip = Date.now() - before;
      const { offset } = clock;
      expect(Math.abs((offset ?? Number.NaN) - (bed.clock.now - before))).toBeLessThanOrEqual(roundTrip + 1);
    }
  });

  test('changes of two devices to different fields both stay; of one field the later push stays, and the other text is kept', async () => {
    const { first, second } = await twoDevices();
    const id = await first.writesNote('call-1', { text: '开头' });
    await first.sync();
    await second.sync();
    await first.types(id, { surname: '李', text: '甲说的' });
    await second.types(id, { category: 'complaint', text: '乙说的' });
    await first.sync();
    await second.sync();
    await second.sync();
    await first.sync();
    const [mine, theirs] = [(await first.notes()).get(id), (await second.notes()).get(id)];
    expect(mine).toMatchObject({ surname: '李', category: 'complaint' });
    expect(theirs).toMatchObject({ surname: '李', category: 'complaint', text: mine?.text });
    expect(['甲说的', '乙说的']).toContain(mine?.text);
    const kept = await Promise.all(
      [first, second].map(async (device) => (await readUndoStack(device.stores.notes.ports, id)).undo),
    );
    const other = mine?.text === '甲说的' ? '乙说的' : '甲说的';
    expect(kept.flat().map(({ text }) => text)).toContain(other);
  });

  test('what is typed while the network is away goes out when it is back, and an answer that was lost doubles nothing', async () => {
    const { first, second } = await twoDevices();
    proxy.plan(['cut-before']);
    const id = await first.writesNote('call-1', { text: '离线写的' });
    expect(await first.sync()).toMatchObject({ ok: false, reason: 'offline' });
    expect(await first.unsent()).toBeGreaterThan(0);
    proxy.plan(['cut-after']);
    expect(await first.sync()).toMatchObject({ ok: false, reason: 'offline' });
    await first.types(id, { text: '离线写的，又写' });
    expect(await first.sync()).toEqual({ ok: true });
    await second.sync();
    expect([...(await second.notes()).values()].map(({ text }) => text)).toEqual(['离线写的，又写']);
  });

  test('what gathered in weeks goes out in batches through a bad network, and what is typed meanwhile goes after it', async () => {
    const { first, second } = await twoDevices();
    const ids = Array.from({ length: 1_100 }, () => crypto.randomUUID());
    const at = first.profile.now;
    const rows = await Promise.all(
      ids.map((id) => {
        const birth = { id, createdAt: at, updatedAt: at, contact: { kind: 'walk-in' } } as const;
        return first.stores.notes.encrypt({ ...birth, ...EMPTY_FIELDS, text: id }, 1);
      }),
    );
    const { database } = first.stores;
    await database.notes.bulkAdd(rows);
    await database.outbox.bulkAdd(
      rows.map(({ id, agent }) => ({ table: 'notes', id, agent, revision: 1 }) as const),
    );
    proxy.plan(['double', 'cut-after', 'none', 'cut-before', 'none', 'late', 'cut-after']);
    const [early = '', late = ''] = [ids.toSorted()[3], ids.toSorted().at(-3)];
    const typing = Promise.all([early, late].map((id) => first.types(id, { text: '又写' })));
    while (!(await first.sync()).ok);
    await typing;
    await proxy.flush();
    expect(await first.sync()).toEqual({ ok: true });
    expect(await first.unsent()).toBe(0);
    await second.sync();
    const texts = [...(await second.notes())].map(([id, { text }]) => [id, text]);
    expect(texts.sort()).toEqual(ids.map((id) => [id, [early, late].includes(id) ? '又写' : id]).sort());
  });

  test('the team’s work orders reach every agent, once', async () => {
    const { seat, first } = await twoDevices();
    const colleague = await SyncDevice.enrolled(await bed.seat('agent', admin), server.origin, proxy.origin);
    const order = orderOpened(seat.number, bed.clock.now);
    await first.stores.team.append([order]);
    proxy.plan(['double']);
    await first.sync();
    await colleague.sync();
    await colleague.sync();
    expect((await colleague.team()).filter(({ id }) => id === order.id)).toEqual([received(order)]);
    expect(await colleague.unsent()).toBe(0);
  });

  test('a comment of the lead waits unread on both devices; read on one, it is read on the other and at the lead', async () => {
    const { first, second } = await twoDevices();
    const id = await first.writesNote('call-1', { text: '冰箱不制冷' });
    await first.sync();
    const path = `/v1/teams/${admin.team}/notes/${id}`;
    await bed.ask(admin, 'POST', `${path}/comments`, { text: '复述得很清楚' });
    await first.sync();
    await second.sync();
    expect(await first.stores.comments.unread()).toEqual(new Map([[id, 1]]));
    expect(await first.stores.comments.ofNote(id)).toMatchObject([
      { by: admin.number, text: '复述得很清楚' },
    ]);
    await second.stores.comments.markRead(id);
    expect(await second.stores.comments.unread()).toEqual(new Map());
    proxy.plan(['cut-after']);
    await second.sync();
    // The server sends it again before and after it knows: a read comment stays read.
    expect(await second.sync()).toEqual({ ok: true });
    expect(await second.unsent()).toBe(0);
    await first.sync();
    expect(await first.stores.comments.unread()).toEqual(new Map());
    const { body } = await bed.ask(admin, 'GET', path);
    const [read] = await second.stores.comments.ofNote(id);
    expect(body).toMatchObject({ comments: [{ text: '复述得很清楚', readAt: read?.readAt }] });
    expect(read?.readAt).toBeTypeOf('number');
  });

  test('what the agent says about a score survives days offline and a lost answer, reaches the lead masked, and stays', async () => {
    const { first, second } = await twoDevices();
    const id = await first.writesNote('call-1', { text: '冰箱不制冷' });
    await first.sync();
    await second.sync();
    const path = `/v1/teams/${admin.team}/notes/${id}`;
    const comment = '顾客 13900001234 先挂的';
    proxy.plan(['cut-before', 'cut-after']);
    await first.types(id, { adherenceComment: comment });
    for (const _ of [1, 2]) expect(await first.sync()).toMatchObject({ ok: false, reason: 'offline' });
    expect((await first.notes()).get(id)).toMatchObject({ adherenceComment: comment });
    // Meanwhile the other device, which does not know of it, writes something else.
    await second.types(id, { surname: '王' });
    await second.sync();
    expect(await first.sync()).toEqual({ ok: true });
    expect(await first.unsent()).toBe(0);
    const { body } = await bed.ask(admin, 'GET', path);
    expect(body).toMatchObject({ note: { surname: '王', adherenceComment: '顾客 139••••1234 先挂的' } });
    await second.sync();
    expect((await second.notes()).get(id)).toMatchObject({ adherenceComment: comment, surname: '王' });
  });

  test('what the server refuses is named with its reason, and a corrected note goes through', async () => {
    const { first } = await twoDevices();
    const event = orderOpened('somebody-else', bed.clock.now);
    await first.stores.team.append([event]);
    await first.writesNote('call-1', { text: '不受影响' });
    expect(await first.sync()).toEqual({ ok: true });
    const { refusals } = first.stores.database;
    expect(await refusals.toArray()).toMatchObject([{ table: 'team', id: event.id, reason: 'not-by-you' }]);
    expect(await first.unsent()).toBe(1);
    expect(await first.sync()).toEqual({ ok: true });
  });

  test('a number that the lead erases goes from every device, and the notes of others stay', async () => {
    const { first, second } = await twoDevices();
    const id = await first.writesNote('call-1', { text: '要删的' });
    await first.sync();
    await second.sync();
    const walkIn = await second.stores.notes.create({ kind: 'walk-in' }, { text: '留下的' });
    bed.clock.now = Date.now() + 1_000;
    const erased = await bed.ask(admin, 'POST', `/v1/teams/${admin.team}/erasures`, { number: NUMBER });
    expect(erased.status).toBe(200);
    await first.sync();
    await second.sync();
    expect((await first.notes()).has(id)).toBe(false);
    expect([...(await second.notes()).keys()]).toEqual([walkIn]);
  });

  test('a device whose member was revoked is told so, and keeps everything', async () => {
    const { seat, first } = await twoDevices();
    await first.writesNote('call-1', { text: '没送走' });
    const path = `/v1/teams/${seat.team}/members/${seat.member}`;
    expect((await bed.ask(admin, 'PATCH', path, { left: true })).status).toBe(200);
    expect(await first.sync()).toMatchObject({ ok: false, reason: 'signed-out' });
    expect((await first.notes()).size).toBe(1);
    expect(await first.unsent()).toBeGreaterThan(0);
  });
});
