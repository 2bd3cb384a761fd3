import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { announce } from '../../server/events/announce.ts';
import { EVERYBODY } from '../../server/events/audience.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { until } from '../helpers/until.ts';

let bed: ServerBed;
let server: Listening;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});

async function announceKeys(team: Seat, sequence: number): Promise<void> {
  await inTenant(bed.db, team, (tx) =>
    announce(tx, team, EVERYBODY, { type: 'team-keys', sequence }, bed.clock.now),
  );
}

test('what is announced at the same time reaches everybody in one order, and none of it is missed', async () => {
  const team = await bed.organisation();
  const listeners = await Promise.all([1, 2, 3].map(() => eventListener(() => server.origin, team)));
  await Promise.all(Array.from({ length: 40 }, (_, n) => announceKeys(team, n + 1)));
  const received = await Promise.all(
    listeners.map(async (listener) => {
      await listener.next('team-keys', 40);
      return listener.of('team-keys').map(({ sequence }) => sequence);
    }),
  );
  expect(new Set(received[0]).size).toBe(40);
  for (const order of received) expect(order).toEqual(received[0]);
  for (const listener of listeners) listener.stop();
});

test('a line that breaks again and again loses nothing and doubles nothing', async () => {
  const team = await bed.organisation();
  const listener = await eventListener(() => server.origin, team);
  for (let n = 1; n <= 12; n += 1) {
    if (n % 3 === 0) listener.cut();
    await announceKeys(team, n);
  }
  await listener.next('team-keys', 12);
  expect(listener.of('team-keys').map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 12 }, (_, n) => n + 1),
  );
  listener.stop();
});

test('what is announced while the only stream of a team opens does not wait for the next event', async () => {
  const team = await bed.organisation();
  const listener = await eventListener(() => server.origin, team);
  for (let n = 1; n <= 20; n += 1) {
    listener.cut();
    await announceKeys(team, n);
    await listener.next('team-keys', n);
  }
  listener.stop();
});

test('whoever was away for longer than events are kept is told to ask for everything', async () => {
  const team = await bed.organisation();
  await announceKeys(team, 1);
  const answer = await fetch(`${server.origin}/v1/events`, {
    headers: {
      authorization: `Bearer ${team.token}`,
      [VERSION_HEADER]: String(SYNC_VERSION),
      'last-event-id': '999',
    },
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('"reset"');
  await reader?.cancel();
});

test('an event of a transaction that came to nothing is never told', async () => {
  const team = await bed.organisation();
  const listener = await eventListener(() => server.origin, team);
  await expect(
    inTenant(bed.db, team, async (tx) => {
      await announce(tx, team, EVERYBODY, { type: 'team-keys', sequence: 7 }, bed.clock.now);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await announceKeys(team, 8);
  await listener.next('team-keys');
  expect(listener.of('team-keys').map(({ sequence }) => sequence)).toEqual([8]);
  listener.stop();
});

test('nobody hears another team', async () => {
  const [here, there] = [await bed.organisation(), await bed.organisation()];
  const beside = await bed.seat('agent', await bed.team(here.org));
  const [own, ...others] = await Promise.all(
    [here, there, beside].map((seat) => eventListener(() => server.origin, seat)),
  );
  await announceKeys(here, 1);
  await own?.next('team-keys');
  for (const listener of others) expect(listener.of('team-keys')).toEqual([]);
  for (const listener of [own, ...others]) listener?.stop();
});

test('whoever reads too slowly is cut off, and everybody else goes on', async () => {
  const team = await bed.organisation();
  const { hostname, port } = new URL(server.origin);
  const slow = connect(Number(port), hostname);
  slow.write(
    `GET /v1/events HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${team.token}\r\n` +
      `${VERSION_HEADER}: ${SYNC_VERSION}\r\n\r\n`,
  );
  const mine = () => bed.ports.events.listeners().filter(({ device }) => device === team.device).length;
  await until('the slow one is there', () => mine() === 1);
  slow.pause();
  const listener = await eventListener(() => server.origin, team);
  const frame = Buffer.from(`data: ${'x'.repeat(500_000)}\n\n`);
  await until('the slow one is cut off', () => {
    for (const listener of bed.ports.events.listeners()) listener.write(frame, null);
    return mine() === 1;
  });
  await announceKeys(team, 1);
  await listener.next('team-keys');
  listener.stop();
  slow.destroy();
});

test('a member who has another work-order role now is notified, and nobody else', async () => {
  const admin = await bed.organisation();
  const [agent, other] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
  const listeners = await Promise.all([agent, other].map((seat) => eventListener(() => server.origin, seat)));
  const [own, others] = listeners;
  await Promise.all(listeners.map((listener) => listener.next('hello')));
  const member = `/v1/teams/${admin.team}/members/${agent.member}`;
  await bed.ask(admin, 'PATCH', member, { workOrderRole: 'store-manager' });
  await own?.next('member');
  await announceKeys(admin, 1);
  await others?.next('team-keys');
  expect(others?.of('member')).toEqual([]);
  for (const listener of listeners) listener.stop();
});

test.each<[string, (admin: Seat, agent: Seat) => Promise<unknown>]>([
  [
    'a revoked device',
    (admin, agent) => bed.ask(admin, 'DELETE', `/v1/teams/${admin.team}/devices/${agent.device}`),
  ],
  ['a device that signs out', (_, agent) => bed.ask(agent, 'DELETE', '/v1/me/device')],
  [
    'a member who leaves',
    (admin, agent) =>
      bed.ask(admin, 'PATCH', `/v1/teams/${admin.team}/members/${agent.member}`, { left: true }),
  ],
  [
    'a member with another role',
    (admin, agent) =>
      bed.ask(admin, 'PATCH', `/v1/teams/${admin.team}/members/${agent.member}`, { role: 'lead' }),
  ],
])('the stream of %s ends at once, not with the next heartbeat', async (_, act) => {
  const admin = await bed.organisation();
  const [agent, other] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
  const listeners = await Promise.all(
    [agent, other].map((seat) => eventListener(() => server.origin, seat, 'when-asked')),
  );
  const open = () => bed.ports.events.listeners().map(({ device }) => device);
  await until('both are heard', () => open().includes(agent.device) && open().includes(other.device));
  expect(await act(admin, agent)).toMatchObject({ status: 200 });
  await until('the one is out', () => !open().includes(agent.device));
  expect(open()).toContain(other.device);
  for (const listener of listeners) listener.stop();
});
