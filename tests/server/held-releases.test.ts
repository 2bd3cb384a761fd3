import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeSigningKey } from '../../contract/release/ed25519.ts';
import { signTeamKeys, type TeamKeys } from '../../contract/release/team-trust.ts';
import { PackService } from '../../phone-host/server/pack-service.ts';
import { ReleaseFetcher } from '../../phone-host/server/release-fetcher.ts';
import { Profile } from '../helpers/profile.ts';
import { openReleaseSigner, type ReleaseSigner } from '../helpers/release-signer.ts';
import { withClient } from '../helpers/server/database.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { smallPack } from '../helpers/small-pack.ts';
import { FakeStream } from '../phone-host/fake-stream.ts';

const pack = smallPack();
let bed: ServerBed;
let server: Listening;
let lead: Seat;
let agent: Seat;
let signer: ReleaseSigner;
let lists: string[];
let profile: Profile;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const keyList = (sequence: number): TeamKeys => {
  const { root, signers } = signer.trust;
  return { team: lead.team, sequence, issuedAt: bed.clock.now, root, signers: [...signers] };
};

beforeEach(async () => {
  profile = new Profile();
  const admin = await bed.organisation();
  [lead, agent] = [await bed.seat('lead', admin), await bed.seat('agent', admin)];
  signer = await openReleaseSigner(lead.team, bed.clock.now);
  lists = [];
  for (const sequence of [1, 2]) {
    const document = text(await signTeamKeys(keyList(sequence), signer.root));
    lists.push(document);
    await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/team-keys`, { document });
  }
});
afterEach(() => profile.quit());

const signed = async (sequence: number, version: string) =>
  text(await signer.sign({ ...pack, version }, { sequence, issuedAt: bed.clock.now }));
const publish = async (sequence: number, version: string) => {
  const document = await signed(sequence, version);
  expect((await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/releases`, { document })).status).toBe(200);
  return document;
};
const offer = (seat: Seat, document: string, held = lists) =>
  bed.ask(seat, 'POST', `/v1/teams/${lead.team}/held-releases`, { lists: held, document });

/** The part of the phone host that fetches releases, enrolled with the team's root. */
async function device(seat: Seat) {
  const stores = await profile.page();
  const service = new PackService({
    ...{ journal: new FakeStream(), store: stores.packs, packs: { swap: () => {} } },
    ...{ settings: { value: { agentNumber: seat.number } }, now: () => bed.clock.now },
  });
  await service.start();
  await service.believe({ ...signer.trust, sequence: 0, signers: [] });
  const { body } = await bed.ask(seat, 'GET', '/v1/me');
  const link = { server: server.origin, token: seat.token, me: Object(body), cursor: '', pulledBy: 0 };
  const refused = { times: 0 };
  const refuse = async () => {
    refused.times += 1;
  };
  return { service, refused, fetcher: new ReleaseFetcher(link, service, refuse) };
}

/** As a standby that lagged, or an older back-up, has it. */
async function lose(...statements: readonly string[]): Promise<void> {
  await withClient(bed.url, async (client) => {
    for (const statement of statements) await client.query(statement, [lead.team]);
  });
}
const history = async () => {
  const { body } = await bed.ask(lead, 'GET', `/v1/teams/${lead.team}/releases`);
  const { releases }: { releases: { sequence: number }[] } = Object(body);
  return releases.map(({ sequence }) => sequence);
};

test('a device brings back the release in use and the list of signers that a fail-over lost', async () => {
  await publish(1, '1.0.0');
  const { service, fetcher } = await device(agent);
  await fetcher.fetchDue();
  await publish(2, '2.0.0');
  await fetcher.fetchDue();
  expect(service.newestSequence).toBe(2);
  await lose(
    'delete from pack_releases where team = $1 and sequence = 2',
    'delete from team_key_lists where team = $1 and sequence = 2',
  );
  expect(await history()).toEqual([1]);
  await fetcher.fetchDue();
  expect(await history()).toEqual([2, 1]);
  const newer = await device(await bed.seat('agent', lead));
  await newer.fetcher.fetchDue();
  expect(newer.service.newestSequence).toBe(2);
  expect(newer.service.trust?.sequence).toBe(2);
  await service.stop();
  await newer.service.stop();
});

test('the root is handed over while two rounds fetch the lists: the device keeps to its team', async () => {
  const next = await makeSigningKey();
  const addList = (document: string) =>
    bed.ask(lead, 'POST', `/v1/teams/${lead.team}/team-keys`, { document });
  const { service, fetcher, refused } = await device(agent);
  await fetcher.fetchKeys();
  const handOver = { ...keyList(3), root: next.publicKey };
  await addList(text(await signTeamKeys(handOver, signer.root)));
  await addList(text(await signTeamKeys({ ...handOver, sequence: 4 }, next)));
  await Promise.all([fetcher.fetchKeys(), fetcher.fetchKeys(), fetcher.fetchKeys()]);
  expect(service.trust).toMatchObject({ sequence: 4, root: next.publicKey });
  expect(refused.times).toBe(0);
  await service.stop();
});

test('nothing is offered while the server has it', async () => {
  await publish(1, '1.0.0');
  const { service, fetcher } = await device(agent);
  await fetcher.fetchDue();
  await fetcher.fetchDue();
  expect(await history()).toEqual([1]);
  await service.stop();
});

test('a sequence that was given twice: every device ends with the later release', async () => {
  await publish(1, '1.0.0');
  const { service, fetcher } = await device(agent);
  await publish(2, '2.0.0');
  await fetcher.fetchDue();
  await lose('delete from pack_releases where team = $1 and sequence = 2');
  bed.clock.now += 60_000;
  await publish(2, '2.1.0');
  await fetcher.fetchDue();
  expect(service.state.inUse?.version).toBe('2.1.0');
  expect(await history()).toEqual([2, 1]);
  await service.stop();
});

test('a rollback that was lost comes back, although its version is known', async () => {
  await publish(1, '1.0.0');
  await publish(2, '2.0.0');
  const rollback = await publish(3, '1.0.0');
  await lose('delete from pack_releases where team = $1 and sequence = 3');
  expect((await offer(agent, rollback)).body).toEqual({ stored: true });
  expect(await history()).toEqual([3, 2, 1]);
});

test('what somebody published since stays, and what was offered twice is there once', async () => {
  const lost = await publish(1, '1.0.0');
  await lose('delete from pack_releases where team = $1');
  await publish(1, '1.1.0');
  expect((await offer(agent, lost)).body).toEqual({ stored: false });
  const next = await signed(2, '2.0.0');
  expect((await offer(agent, next)).body).toEqual({ stored: true });
  expect((await offer(agent, next)).body).toEqual({ stored: false });
  // A version has one content.
  const other = { ...pack, version: '2.0.0', settings: { ...pack.settings, ringLimit: 9 } };
  const twice = text(await signer.sign(other, { sequence: 3, issuedAt: bed.clock.now }));
  expect((await offer(agent, twice)).body).toEqual({ stored: false });
  expect(await history()).toEqual([2, 1]);
});

test('a forged release, one of another team, and a root of one’s own are refused', async () => {
  const forger = await openReleaseSigner(lead.team, bed.clock.now);
  const forged = text(await forger.sign(pack, { sequence: 1, issuedAt: bed.clock.now }));
  const own = [text(await signTeamKeys({ ...keyList(3), root: forger.root.publicKey }, forger.root))];
  for (const held of [lists, own, ['x', ''], []])
    expect(await offer(agent, forged, held)).toMatchObject({ status: 400 });
  const elsewhere = await openReleaseSigner('team-other', bed.clock.now);
  expect((await offer(agent, text(await elsewhere.sign(pack)))).status).toBe(400);
  expect(await history()).toEqual([]);
});

test('an agent cannot bring the first list of signers, a lead can', async () => {
  const document = await signed(1, '1.0.0');
  await lose('delete from team_key_lists where team = $1');
  const mine = await makeSigningKey();
  const first = text(await signTeamKeys({ ...keyList(1), root: mine.publicKey }, mine));
  expect((await offer(agent, document, [first])).status).toBe(400);
  expect((await offer(agent, document)).status).toBe(400);
  expect((await offer(lead, document)).body).toEqual({ stored: true });
  const { body } = await bed.ask(agent, 'GET', `/v1/teams/${lead.team}/team-keys`);
  expect(body).toEqual({ documents: lists });
});
