import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/sync/version.ts';
import { inTenant } from '../../server/database/tenant.ts';
import { announce } from '../../server/events/announce.ts';
import { EVERYBODY } from '../../server/events/audience.ts';
import { closeRevoked } from '../../server/events/close-revoked.ts';
import { eventEar } from '../helpers/server/event-ear.ts';
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

async function tell(team: Seat, sequence: number): Promise<void> {
  await inTenant(bed.db, team, (tx) =>
    announce(tx, team, EVERYBODY, { type: 'team-keys', sequence }, bed.clock.now),
  );
}

test('what is announced at the same time reaches everybody in one order, and none of it is missed', async () => {
  const team = await bed.organisation();
  const ears = await Promise.all([1, 2, 3].map(() => eventEar(() => server.origin, team)));
  await Promise.all(Array.from({ length: 40 }, (_, n) => tell(team, n + 1)));
  const told = await Promise.all(
    ears.map(async (ear) => {
      await ear.next('team-keys', 40);
      return ear.of('team-keys').map(({ sequence }) => sequence);
    }),
  );
  expect(new Set(told[0]).size).toBe(40);
  for (const order of told) expect(order).toEqual(told[0]);
  for (const ear of ears) ear.stop();
});

test('a line that breaks again and again loses nothing and doubles nothing', async () => {
  const team = await bed.organisation();
  const ear = await eventEar(() => server.origin, team);
  for (let n = 1; n <= 12; n += 1) {
    if (n % 3 === 0) ear.cut();
    await tell(team, n);
  }
  await ear.next('team-keys', 12);
  expect(ear.of('team-keys').map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 12 }, (_, n) => n + 1),
  );
  ear.stop();
});

test('whoever was away for longer than events are kept is told to ask for everything', async () => {
  const team = await bed.organisation();
  await tell(team, 1);
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
  const ear = await eventEar(() => server.origin, team);
  await expect(
    inTenant(bed.db, team, async (tx) => {
      await announce(tx, team, EVERYBODY, { type: 'team-keys', sequence: 7 }, bed.clock.now);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await tell(team, 8);
  await ear.next('team-keys');
  expect(ear.of('team-keys').map(({ sequence }) => sequence)).toEqual([8]);
  ear.stop();
});

test('nobody hears another team', async () => {
  const [here, there] = [await bed.organisation(), await bed.organisation()];
  const beside = await bed.seat('agent', await bed.team(here.org));
  const [own, ...others] = await Promise.all(
    [here, there, beside].map((seat) => eventEar(() => server.origin, seat)),
  );
  await tell(here, 1);
  await own?.next('team-keys');
  for (const ear of others) expect(ear.of('team-keys')).toEqual([]);
  for (const ear of [own, ...others]) ear?.stop();
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
  const ear = await eventEar(() => server.origin, team);
  const frame = Buffer.from(`data: ${'x'.repeat(500_000)}\n\n`);
  await until('the slow one is cut off', () => {
    for (const listener of bed.ports.events.listeners()) listener.write(frame, null);
    return mine() === 1;
  });
  await tell(team, 1);
  await ear.next('team-keys');
  ear.stop();
  slow.destroy();
});

test('a member who has another duty now is told, and nobody else', async () => {
  const admin = await bed.organisation();
  const [agent, other] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
  const ears = await Promise.all([agent, other].map((seat) => eventEar(() => server.origin, seat)));
  const [own, others] = ears;
  await Promise.all(ears.map((ear) => ear.next('hello')));
  const member = `/v1/teams/${admin.team}/members/${agent.member}`;
  await bed.ask(admin, 'PATCH', member, { duty: 'store-manager' });
  await own?.next('member');
  await tell(admin, 1);
  await others?.next('team-keys');
  expect(others?.of('member')).toEqual([]);
  for (const ear of ears) ear.stop();
});

test('the stream of a revoked device, and of a member with another role, is closed', async () => {
  const admin = await bed.organisation();
  const [agent, other] = [await bed.seat('agent', admin), await bed.seat('agent', admin)];
  const ears = await Promise.all(
    [agent, other].map((seat) => eventEar(() => server.origin, seat, 'when-asked')),
  );
  const open = () => bed.ports.events.listeners().map(({ device }) => device);
  await bed.ask(admin, 'DELETE', `/v1/teams/${admin.team}/devices/${agent.device}`);
  await closeRevoked(bed.ports.events, bed.db);
  await until('the revoked one is out', () => !open().includes(agent.device));
  expect(open()).toContain(other.device);
  for (const ear of ears) ear.stop();
});
