import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditAnswerSchema } from '../../contract/api/audit.ts';
import type { ReleaseBody } from '../../contract/release/release.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { verifyRelease } from '../../contract/release/verify-release.ts';
import { openReleaseSigner, type ReleaseSigner } from '../helpers/release-signer.ts';
import { eventListener } from '../helpers/server/event-listener.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { smallPack } from '../helpers/small-pack.ts';

const pack = smallPack();
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

interface Team {
  readonly lead: Seat;
  readonly agent: Seat;
  readonly signer: ReleaseSigner;
  readonly publish: (change?: Partial<ReleaseBody>, version?: string) => ReturnType<ServerBed['ask']>;
}

/** A team whose lead has a key that the team's root put on the list. */
async function openTeam(): Promise<Team> {
  const admin = await bed.organisation();
  const [lead, agent] = [await bed.seat('lead', admin), await bed.seat('agent', admin)];
  const signer = await openReleaseSigner(lead.team, bed.clock.now);
  const { root, signers } = signer.trust;
  const list = { team: lead.team, sequence: 1, issuedAt: bed.clock.now, root, signers: [...signers] };
  const document = text(await signTeamKeys(list, signer.root));
  expect(await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/team-keys`, { document })).toMatchObject({
    status: 200,
  });
  const publish: Team['publish'] = async (change = {}, version = pack.version) => {
    const signed = await signer.sign({ ...pack, version }, { issuedAt: bed.clock.now, ...change });
    return await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/releases`, { document: text(signed) });
  };
  return { lead, agent, signer, publish };
}

test('a published pack is pushed whole to those who listen, and holds against the lead’s key', async () => {
  const { agent, signer, publish } = await openTeam();
  const listener = await eventListener(() => server.origin, agent);
  expect(await publish({ message: '第二次等待改为 4 秒' })).toMatchObject({
    status: 200,
    body: { sequence: 1 },
  });
  const { document, digest } = await listener.next('release');
  const bytes = Uint8Array.from(gunzipSync(Buffer.from(document ?? '', 'base64')));
  const verified = await verifyRelease(bytes, signer.trust, null, bed.clock.now);
  expect(verified).toMatchObject({ ok: true, release: { digest, message: '第二次等待改为 4 秒', pack } });
  listener.stop();
});

test('without a stream the same is found by asking, and asking again costs nothing', async () => {
  const { agent, publish } = await openTeam();
  await publish();
  const due = await bed.ask(agent, 'GET', '/v1/releases');
  expect(due.body).toMatchObject({ releases: [{ sequence: 1 }] });
  const etag = due.headers.get('etag') ?? '';
  expect(await bed.ask(agent, 'GET', '/v1/releases', undefined, { 'if-none-match': etag })).toMatchObject({
    status: 304,
    body: '',
  });
  await publish({ sequence: 2 }, '8.0.0');
  expect((await bed.ask(agent, 'GET', '/v1/releases', undefined, { 'if-none-match': etag })).status).toBe(
    200,
  );
  const whole = await bed.ask(agent, 'GET', `/v1/teams/${agent.team}/releases/2`);
  expect(whole.headers.get('cache-control')).toContain('immutable');
  expect(String(whole.body)).toMatch(/^sansheng pack-release 1 /);
});

test('the first group has it alone; then everybody; then the old one comes back for all', async () => {
  const { lead, agent, publish } = await openTeam();
  const other = await bed.seat('agent', lead);
  const due = async (seat: Seat) => (await bed.ask(seat, 'GET', '/v1/releases')).body;
  const [listener, deaf] = [
    await eventListener(() => server.origin, agent),
    await eventListener(() => server.origin, other),
  ];
  await publish();
  await publish({ sequence: 2, audience: { to: 'group', agents: [agent.number] } }, '8.0.0');
  expect(await due(agent)).toMatchObject({ releases: [{ sequence: 2 }] });
  expect(await due(other)).toMatchObject({ releases: [{ sequence: 1 }] });
  await publish({ sequence: 3 }, '8.0.0');
  await listener.next('release', 3);
  await deaf.next('release', 2);
  expect(deaf.of('release').map(({ sequence }) => sequence)).toEqual([1, 3]);
  expect(await publish({ sequence: 4, message: '恢复旧版' })).toMatchObject({ status: 200 });
  expect(await due(other)).toMatchObject({ releases: [{ sequence: 4 }] });
  const audit = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/audit?group=publishing`);
  const { entries } = v.parse(auditAnswerSchema, audit.body);
  expect(new Map(entries.map(({ action, detail }) => [detail['sequence'], action]))).toEqual(
    new Map([
      [1, 'pack-published'],
      [2, 'pack-published'],
      [3, 'pack-published'],
      [4, 'pack-rolled-back'],
    ]),
  );
  const history = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/releases`);
  expect(history.body).toMatchObject({
    releases: [{ sequence: 4 }, { sequence: 3, version: '8.0.0' }, { sequence: 2 }, { sequence: 1 }],
  });
  listener.stop();
  deaf.stop();
});

test('a release for tomorrow is told of today, and is not yet the one to use', async () => {
  const { agent, publish } = await openTeam();
  await publish();
  const startsAt = bed.clock.now + 3_600_000;
  await publish({ sequence: 2, startsAt }, '8.0.0');
  const due = async () => (await bed.ask(agent, 'GET', '/v1/releases')).body;
  expect(await due()).toMatchObject({ releases: [{ sequence: 1 }, { sequence: 2 }] });
  bed.clock.now = startsAt;
  expect(await due()).toMatchObject({ releases: [{ sequence: 2 }] });
});

test('two leads who publish at once: one is told of the other', async () => {
  const { publish } = await openTeam();
  const [one, other] = await Promise.all([publish(), publish({ message: 'zugleich' })]);
  expect([one.status, other.status].sort()).toEqual([200, 409]);
  expect(await publish({ sequence: 2, message: 'anderer Inhalt' }, pack.version)).toMatchObject({
    status: 200,
  });
  expect(await publish({ sequence: 4 })).toMatchObject({ status: 409, body: { detail: 'sequence' } });
});

test('a version is one content; what nobody trusted has signed, and a broken pack, are not stored', async () => {
  const { lead, signer, publish } = await openTeam();
  await publish();
  const path = `/v1/teams/${lead.team}/releases`;
  const changed = { ...pack, settings: { ...pack.settings, ringLimit: pack.settings.ringLimit + 1 } };
  const hand = async (document: string) => await bed.ask(lead, 'POST', path, { document });
  const second = await signer.sign(changed, { sequence: 2 });
  expect(await hand(text(second))).toMatchObject({ status: 409, body: { detail: 'version' } });
  const outsider = await openReleaseSigner(lead.team, bed.clock.now);
  expect(await hand(text(await outsider.sign(pack, { sequence: 2 })))).toMatchObject({
    status: 400,
    body: { detail: 'document: foreign' },
  });
  const broken = { ...pack, settings: { ...pack.settings, ringLimit: 0 } };
  expect(await hand(text(await signer.sign(broken, { sequence: 2 })))).toMatchObject({
    body: { detail: 'document: invalid' },
  });
});

test('receipts: since when, who has read the note, who refused and why', async () => {
  const { lead, agent, publish } = await openTeam();
  await publish();
  const report = async (seat: Seat, receipt: unknown) =>
    expect(await bed.ask(seat, 'POST', '/v1/receipts', receipt)).toMatchObject({ status: 200 });
  const listeners = [
    await eventListener(() => server.origin, lead),
    await eventListener(() => server.origin, agent),
  ] as const;
  for (const { next } of listeners) await next('hello');
  await report(agent, { status: 'waiting', sequence: 1, since: 100 });
  expect(await listeners[0].next('receipt')).toEqual({ type: 'receipt', sequence: 1 });
  await report(agent, { status: 'in-use', sequence: 1, since: 200, readAt: null });
  await report(agent, { status: 'in-use', sequence: 1, since: 900, readAt: 950 });
  await report(agent, { status: 'in-use', sequence: 1, since: 900, readAt: null });
  const second = await bed.device(agent);
  await report(second, { status: 'refused', sequence: 1, since: 300, reason: 'needs-newer-extension' });
  const list = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/receipts`);
  expect(list.body).toMatchObject({ receipts: expect.arrayContaining([]) });
  const { receipts } = list.body as { receipts: { device: string; receipt: unknown }[] };
  expect(receipts.find(({ device }) => device === agent.device)?.receipt).toEqual({
    status: 'in-use',
    sequence: 1,
    since: 200,
    readAt: 950,
  });
  expect(receipts.find(({ device }) => device === second.device)?.receipt).toMatchObject({
    reason: 'needs-newer-extension',
  });
  await listeners[0].next('receipt', 5);
  expect(listeners[1].of('receipt')).toEqual([]);
  for (const { stop } of listeners) stop();
});

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
