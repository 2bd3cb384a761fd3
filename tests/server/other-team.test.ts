import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SYNC_CHANNEL, type SyncMessage, type SyncState } from '../../contract/messages/sync-message.ts';
import { makeSigningKey } from '../../contract/release/ed25519.ts';
import { fingerprintOf } from '../../contract/release/fingerprint.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { startParts, stopParts } from '../../phone-host/part.ts';
import { ContactFinder } from '../../phone-host/server/contact-finder.ts';
import { Membership } from '../../phone-host/server/membership.ts';
import { PackService } from '../../phone-host/server/pack-service.ts';
import { PresenceService } from '../../phone-host/server/presence-service.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';
import { SyncScheduler } from '../../phone-host/server/sync-scheduler.ts';
import { TeamService } from '../../phone-host/server/team-service.ts';
import { browserGlobals } from '../helpers/browser-globals.ts';
import { openReleaseSigner, type ReleaseSigner } from '../helpers/release-signer.ts';
import { type FaultProxy, type Forgery, faultProxy } from '../helpers/server/fault-proxy.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { smallPack } from '../helpers/small-pack.ts';
import { until } from '../helpers/until.ts';
import { FakeStream } from '../phone-host/fake-stream.ts';

const pack = smallPack();

describe('a device, and a server that says that it is another team', () => {
  let bed: ServerBed;
  let server: Listening;
  let proxy: FaultProxy;
  let admin: Seat;
  let device: SyncDevice;
  let lead: ReleaseSigner;
  let stop: () => Promise<void> = async () => {};

  beforeAll(async () => {
    bed = await serverBed();
    server = await listening(bed);
    proxy = await faultProxy(server.origin);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
    await bed.close();
  });

  browserGlobals();
  beforeEach(async () => {
    proxy.meddle(isStream);
    admin = await bed.organisation();
    device = await SyncDevice.enrolled(await bed.seat('agent', admin), server.origin, proxy.origin);
    lead = await openReleaseSigner(admin.team, bed.clock.now);
    await device.stores.packs.enrol(admin.team, lead.root.publicKey);
    await bed.ask(admin, 'POST', `/v1/teams/${admin.team}/team-keys`, { document: await firstList(lead) });
    await bed.ask(admin, 'POST', `/v1/teams/${admin.team}/releases`, {
      document: text(await lead.sign({ ...pack, version: '2.0.0' })),
    });
  });
  afterEach(async () => {
    await stop();
  });

  /** The parts of the phone host that speak with the server. */
  async function host() {
    const { stores } = device;
    const journal = new FakeStream();
    const seen = { pack: 'shipped', sync: { state: 'local' } as SyncState };
    const now = () => bed.clock.now;
    const random = () => 1;
    const packs = new PackService({
      ...{ journal, store: stores.packs, settings: { value: DEFAULT_SETTINGS }, now },
      packs: {
        swap: (release) => {
          seen.pack = release?.pack.version ?? 'shipped';
        },
      },
    });
    const presence = new PresenceService({
      ...{ journal, rules: { situation: () => null }, shift: { wrapsUp: () => false }, now },
    });
    const contacts = new ContactFinder({ journal, now });
    const membership = new Membership(stores);
    const sync = new SyncScheduler({ stores, serverClock: new ServerClock(), now, random });
    const team = new TeamService({ stores, packs, presence, contacts, membership, sync, random });
    const page = new BroadcastChannel(SYNC_CHANNEL);
    page.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'state') seen.sync = data.state;
    };
    const parts = [packs, membership, presence, sync, team];
    await startParts(parts, new AbortController().signal);
    stop = async () => {
      await stopParts(parts);
      page.close();
      stop = async () => {};
    };
    return { seen, page, packs };
  }

  const ask = (page: BroadcastChannel, message: SyncMessage) => page.postMessage(message);

  /** The answers of a server that has become that of `other`; its signer forged a script. */
  async function swapTo(other: Seat): Promise<void> {
    const thief = await openReleaseSigner(other.team, bed.clock.now);
    const forged = text(await thief.sign({ ...pack, version: '6.6.6' }, { sequence: 9 }));
    const { body: me } = await bed.ask(other, 'GET', '/v1/me');
    const json = (value: unknown): Forgery => ({ type: 'application/json', body: JSON.stringify(value) });
    const digest = await digestOf(forged);
    const answers: Readonly<Record<string, Forgery>> = {
      '/v1/me': json(me),
      '/v1/releases': json({ releases: [{ sequence: 9, digest }] }),
      [`/v1/teams/${other.team}/releases/9`]: { type: 'text/plain', body: forged },
      [`/v1/teams/${admin.team}/releases/9`]: { type: 'text/plain', body: forged },
    };
    const documents = json({ documents: [await firstList(thief)] });
    proxy.meddle((path) =>
      path.includes('/team-keys') ? documents : (isStream(path) ?? answers[path] ?? null),
    );
  }

  const asked = (part: string) => proxy.carried.filter(({ path }) => path.includes(part)).length;
  const carried = () => proxy.carried.filter(({ path }) => path.startsWith('/v1/sync')).length;

  test.each([
    ['another team', async () => await bed.seat('agent', await bed.team(admin.org))],
    ['another organisation', async () => await bed.organisation()],
    ['another member of the team', async () => await bed.seat('agent', admin)],
  ])(
    '%s in /v1/me is refused while the host runs: nothing is sent, and no forged script runs',
    async (_, make) => {
      const { seen, page } = await host();
      await until('the pack of the team is in use', () => seen.pack === '2.0.0');
      await until('the device is in sync', () => seen.sync.state === 'synced');
      await swapTo(await make());
      // The event of a changed member makes the host ask who it is.
      const membership = new Membership(device.stores);
      const reading = await device.stores.links.read();
      if (reading.state !== 'linked') throw new Error(reading.state);
      await membership.refresh(reading.link);
      await until('the page knows', () => seen.sync.state === 'stopped' && seen.sync.why === 'other-team');
      const before = carried();
      await device.writesNote('call-1', { text: '换队之后' });
      ask(page, { kind: 'sync-now' });
      ask(page, { kind: 'ask' });
      await until('the page is told again', () => seen.sync.state === 'stopped' && seen.sync.count > 0);
      expect(carried()).toBe(before);
      expect(seen.pack).toBe('2.0.0');
      expect(await device.stores.packs.trust()).toMatchObject({
        team: admin.team,
        root: lead.root.publicKey,
      });
      expect(await device.stores.links.read()).toMatchObject({ state: 'other-team' });
      await membership.stop();
    },
  );

  test('a server that is another team when the host starts gets nothing, also after the next start', async () => {
    await device.writesNote('call-1', { text: '没有送出' });
    await swapTo(await bed.seat('agent', await bed.team(admin.org)));
    const before = carried();
    for (const start of ['first', 'second']) {
      const { seen } = await host();
      await until(start, () => seen.sync.state === 'stopped' && seen.sync.why === 'other-team');
      expect([carried(), seen.pack]).toEqual([before, 'shipped']);
      await stop();
      proxy.meddle(isStream);
    }
    expect(await device.unsent()).toBeGreaterThan(0);
  });

  test('a first list of signers of another root is refused as another team, and changes no trust', async () => {
    const impostor = await openReleaseSigner(admin.team, bed.clock.now);
    const documents = JSON.stringify({ documents: [await firstList(impostor)] });
    proxy.meddle((path) =>
      path.includes('/team-keys') ? { type: 'application/json', body: documents } : isStream(path),
    );
    const { seen } = await host();
    await until('the page knows', () => seen.sync.state === 'stopped' && seen.sync.why === 'other-team');
    expect(await device.stores.packs.trust()).toMatchObject({ root: lead.root.publicKey, sequence: 0 });
    expect(seen.pack).toBe('shipped');
  });

  async function enrolledWith(change: { readonly fingerprint?: string }): Promise<void> {
    const reading = await device.stores.links.read();
    if (reading.state !== 'linked') throw new Error(reading.state);
    await device.stores.database.packTrust.clear();
    await device.stores.links.save({ ...reading.link, ...change });
  }

  test('the root of the server is used if it has the fingerprint of the enrolment', async () => {
    await enrolledWith({ fingerprint: await fingerprintOf(lead.root.publicKey) });
    const { seen } = await host();
    await until('the pack of the team is in use', () => seen.pack === '2.0.0');
  });

  test('a server whose root has another fingerprint than the enrolment is refused', async () => {
    const other = await openReleaseSigner(admin.team, bed.clock.now);
    await enrolledWith({ fingerprint: await fingerprintOf(other.root.publicKey) });
    const { seen } = await host();
    await until('the page knows', () => seen.sync.state === 'stopped' && seen.sync.why === 'other-team');
    expect([seen.pack, await device.stores.packs.trust()]).toEqual(['shipped', null]);
  });

  test('a list that names the expected root, but was signed by another key, is not trusted', async () => {
    const thief = await openReleaseSigner(admin.team, bed.clock.now);
    const { root } = lead.trust;
    const list = { team: admin.team, sequence: 1, issuedAt: 1, root, signers: [...thief.trust.signers] };
    const handed = text(await signTeamKeys(list, thief.root));
    const claimed = handed.replace(thief.root.publicKey, root);
    for (const documents of [[handed], [claimed], [handed, claimed]]) {
      proxy.meddle((path) =>
        path.includes('/team-keys')
          ? { type: 'application/json', body: JSON.stringify({ documents }) }
          : isStream(path),
      );
      await enrolledWith({ fingerprint: await fingerprintOf(root) });
      const { seen } = await host();
      await until('the keys were fetched', () => asked('/team-keys') > 0 || seen.sync.state === 'stopped');
      await stop();
      expect((await device.stores.packs.trust())?.signers ?? []).toEqual([]);
    }
  });

  test('after a code alone nothing is trusted before the user has compared the fingerprint', async () => {
    await enrolledWith({});
    const { seen, page, packs } = await host();
    await until('the panel says so', () => packs.state.refused?.refusal.reason === 'unconfirmed');
    expect([seen.pack, await device.stores.packs.trust()]).toEqual(['shipped', null]);
    expect(seen.sync.state).not.toBe('stopped');
    await device.stores.packs.enrol(admin.team, lead.root.publicKey);
    ask(page, { kind: 'sync-now' });
    await until('the pack of the team is in use', () => seen.pack === '2.0.0');
    expect(packs.state.refused).toBe(null);
  });

  test('a device that joins after the root was handed over begins with the list of the new root', async () => {
    const next = await makeSigningKey();
    const { team, signers } = lead.trust;
    const list = { team, sequence: 2, issuedAt: 1, root: next.publicKey, signers: [...signers] };
    const path = `/v1/teams/${team}/team-keys`;
    const send = async (document: string) => await bed.ask(admin, 'POST', path, { document });
    await send(text(await signTeamKeys(list, lead.root)));
    expect(await send(text(await signTeamKeys({ ...list, sequence: 3 }, next)))).toMatchObject({
      status: 200,
    });
    await enrolledWith({ fingerprint: await fingerprintOf(next.publicKey) });
    const { seen } = await host();
    await until('the pack of the team is in use', () => seen.pack === '2.0.0');
    expect(await device.stores.packs.trust()).toMatchObject({ root: next.publicKey, sequence: 3 });
  });

  test('a new enrolment by hand ends it', async () => {
    const reading = await device.stores.links.read();
    if (reading.state !== 'linked') throw new Error(reading.state);
    const { link } = reading;
    await device.stores.links.refuse(link.token);
    await device.stores.links.save(link);
    const { seen } = await host();
    await until('the device is in sync', () => seen.sync.state === 'synced');
  });
});

function isStream(path: string): 'cut' | null {
  return path.startsWith('/v1/events') ? 'cut' : null;
}

async function firstList({ root, trust }: ReleaseSigner): Promise<string> {
  const { team, signers } = trust;
  const list = { team, sequence: 1, issuedAt: 1, root: root.publicKey, signers: [...signers] };
  return text(await signTeamKeys(list, root));
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
