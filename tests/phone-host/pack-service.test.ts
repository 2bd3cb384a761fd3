import { afterEach, expect, test } from 'vitest';
import type { Pack } from '../../contract/pack/pack.ts';
import type { ReleaseBody } from '../../contract/release/release.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { PackService } from '../../phone-host/server/pack-service.ts';
import { callStory } from '../helpers/call-story.ts';
import { MORNING, Profile } from '../helpers/profile.ts';
import { DAY_MS, openReleaseSigner } from '../helpers/release-signer.ts';
import { smallPack } from '../helpers/small-pack.ts';
import { until } from '../helpers/until.ts';
import { FakeStream } from './fake-stream.ts';

const pack = smallPack();
const lead = await openReleaseSigner('team-1', MORNING);
const signed = (sequence: number, version: string, change: Partial<ReleaseBody> = {}) =>
  lead.sign({ ...pack, version }, { sequence, ...change });

let profile: Profile | null = null;
let running: PackService[] = [];
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  running = [];
  profile?.quit();
});

/** An agent's browser that trusts the team's root. */
async function agent(number = '0283') {
  profile ??= new Profile();
  const stores = await profile.page();
  const host = { inUse: 'shipped', swaps: 0 };
  const journal = new FakeStream();
  const open = async () => {
    const service = new PackService({
      journal,
      store: stores.packs,
      settings: { value: { agentNumber: number } },
      packs: {
        swap: (release) => {
          host.inUse = release?.pack.version ?? 'shipped';
          host.swaps += 1;
        },
      },
      now: () => profile?.now ?? 0,
    });
    await service.start();
    running.push(service);
    return service;
  };
  const service = await open();
  await service.believe(lead.trust);
  return { service, host, open, stores, journal };
}

test('an idle agent has the new pack at once; the same one again changes nothing', async () => {
  profile = new Profile();
  const { service, host } = await agent();
  expect(await service.acceptRelease(await signed(1, '2.0.0'))).toBe('accepted');
  expect(host.inUse).toBe('2.0.0');
  const { swaps } = host;
  expect(await service.acceptRelease(await signed(1, '2.0.0'))).toMatchObject({ reason: 'known' });
  expect([host.swaps, service.state.refused]).toEqual([swaps, null]);
});

test('in a call the scripts stay; they change when it has ended, and only once for two releases', async () => {
  profile = new Profile();
  const { service, host, journal } = await agent();
  await service.acceptRelease(await signed(1, '2.0.0'));
  const [ringing, ended] = callStory().callerRings('13900000001').callerGivesUp().journal();
  if (ringing === undefined || ended === undefined) throw new Error('a call has a beginning and an end');
  journal.record('sip', ringing.event);
  await service.acceptRelease(await signed(2, '2.1.0'));
  await service.acceptRelease(await signed(3, '2.2.0'));
  expect(service.state).toMatchObject({ inUse: { version: '2.0.0' }, waiting: { version: '2.2.0' } });
  const { swaps } = host;
  journal.record('sip', ended.event);
  await until('the swap', () => host.inUse !== '2.0.0');
  expect([host.inUse, host.swaps]).toEqual(['2.2.0', swaps + 1]);
  expect(service.state.waiting).toBe(null);
});

test('a release that starts later waits for its time, also over a restart of the browser', async () => {
  profile = new Profile();
  const { service, host, open } = await agent();
  await service.acceptRelease(await signed(1, '2.0.0'));
  const startsAt = MORNING + DAY_MS;
  await service.acceptRelease(await signed(2, '2.1.0', { startsAt }));
  expect(service.state.waiting).toMatchObject({ version: '2.1.0', startsAt });
  profile.now = startsAt - 1;
  expect((await open()).state.inUse?.version).toBe('2.0.0');
  profile.now = startsAt;
  expect((await open()).state.inUse?.version).toBe('2.1.0');
  expect(host.inUse).toBe('2.1.0');
});

test('the same bad release again is no news; another one is', async () => {
  profile = new Profile();
  const { service } = await agent();
  await service.acceptRelease(await signed(1, '2.0.0'));
  const impostor = await openReleaseSigner('team-1', MORNING);
  const bad = await impostor.sign(pack, { sequence: 9 });
  await service.acceptRelease(bad);
  const first = service.state.refused?.at;
  profile.now += 60_000;
  await service.acceptRelease(bad.slice());
  expect(service.state.refused?.at).toBe(first);
  await service.acceptRelease(await impostor.sign(pack, { sequence: 10 }));
  expect(service.state.refused?.at).toBe(profile.now);
});

test('an invalid release is refused with its reason, and the last valid one stays', async () => {
  profile = new Profile();
  const { service, host } = await agent();
  const first = await signed(1, '2.0.0');
  const second = await signed(2, '2.1.0');
  await service.acceptRelease(first);
  await service.acceptRelease(second);
  const impostor = await openReleaseSigner('team-1', MORNING);
  const broken: Pack = { ...pack, settings: { ...pack.settings, ringLimit: 0 } };
  const bad = [
    [first, 'older'],
    [Uint8Array.from(second.with(second.length - 5, 65)), 'tampered'],
    [await impostor.sign(pack, { sequence: 9 }), 'foreign'],
    [await lead.sign(broken, { sequence: 9 }), 'invalid'],
    [await signed(9, '2.2.0', { expiresAt: MORNING }), 'expired'],
  ] as const;
  for (const [bytes, reason] of bad) {
    expect(await service.acceptRelease(bytes)).toMatchObject({ ok: false, reason });
    expect(service.state).toMatchObject({ inUse: { version: '2.1.0' }, refused: { refusal: { reason } } });
  }
  await service.acceptRelease(await signed(3, '2.0.0'));
  expect([host.inUse, service.state.refused]).toEqual(['2.0.0', null]);
});

test('a release for a group is used by that group only', async () => {
  profile = new Profile();
  const forOne = await signed(2, '2.1.0', { audience: { to: 'group', agents: ['0283'] } });
  const one = await agent('0283');
  await one.service.acceptRelease(forOne);
  expect(one.host.inUse).toBe('2.1.0');
  profile.quit();
  profile = new Profile();
  const other = await agent('0290');
  await other.service.acceptRelease(await signed(1, '2.0.0'));
  expect(await other.service.acceptRelease(forOne)).toBe('accepted');
  expect([other.host.inUse, other.service.state.waiting]).toEqual(['2.0.0', null]);
});

test('a release that was changed on the disk is not used again, and the panel shows why', async () => {
  profile = new Profile();
  const { service, open, host, stores } = await agent();
  await service.acceptRelease(await signed(1, '2.0.0'));
  const [row] = await stores.packs.all('team-1');
  if (row === undefined) throw new Error('nothing is kept');
  await stores.database.packReleases.put({ ...row, bytes: Uint8Array.from(row.bytes.with(-40, 65)) });
  const again = await open();
  expect([host.inUse, again.state.inUse]).toEqual(['shipped', null]);
  expect(again.state.refused).toMatchObject({ refusal: { reason: 'tampered' } });
});

test('the change note is read once, and stays read', async () => {
  profile = new Profile();
  const { service, open } = await agent();
  await service.acceptRelease(await signed(1, '2.0.0', { message: '等待改为 4 秒' }));
  const digest = service.state.inUse?.digest ?? '';
  expect(service.state.inUse).toMatchObject({ message: '等待改为 4 秒', readAt: null });
  const panel = new BroadcastChannel('sansheng-pack');
  panel.postMessage({ kind: 'note-read', digest });
  await until('the reading is kept', async () => (await open()).state.inUse?.readAt === MORNING);
  expect(service.state.inUse?.readAt).toBe(MORNING);
  panel.close();
});

test('who enrols on a shared computer in a server of their own, under the team’s id, forges nothing for a colleague', async () => {
  profile = new Profile();
  await profile.signedIn();
  const { service, host, stores } = await agent();
  const { vault, packs } = stores;
  await service.acceptRelease(await signed(1, '2.0.0'));
  const thief = await openReleaseSigner('team-1', MORNING);
  await vault.setUp('of the second agent', '0311');
  await packs.enrol('team-1', thief.trust.root);
  await packs.believe(thief.trust);
  await service.open('team-1');
  const forged = await thief.sign({ ...pack, version: '6.6.6' }, { sequence: 9 });
  expect(await service.acceptRelease(forged)).toBe('accepted');
  await vault.signInAs('agent-1');
  // A late answer of the other one's server.
  const { team, root, signers } = thief.trust;
  const list = await signTeamKeys({ team, root, signers, sequence: 2, issuedAt: MORNING }, thief.root);
  expect(await service.acceptKeys(list)).toBe('out-of-order');
  await service.open('team-1');
  expect(service.trust).toEqual(lead.trust);
  expect(host.inUse).not.toBe('6.6.6');
  expect(await service.acceptRelease(forged)).toMatchObject({ reason: 'foreign' });
});

test('a scheduled release of a signer who is retired before its start never starts, unless the root keeps it', async () => {
  profile = new Profile();
  const { service } = await agent();
  const startsAt = MORNING + DAY_MS;
  const [kept, dropped] = [await signed(2, '2.0.0', { startsAt }), await signed(3, '3.0.0', { startsAt })];
  for (const release of [kept, dropped]) expect(await service.acceptRelease(release)).toBe('accepted');
  const digest = await digestOf(new TextDecoder().decode(kept).split('\n').slice(1).join('\n'));
  const [{ key, holder } = expect.fail('no signer')] = lead.trust.signers;
  const retired = { key, holder, lastSequence: 3, releases: [digest] };
  const { team, root } = lead.trust;
  const list = { team, root, sequence: 2, issuedAt: MORNING, signers: [retired] };
  expect(await service.acceptKeys(await signTeamKeys(list, lead.root))).toBe('accepted');
  expect([service.has(digest), service.state.waiting?.version]).toEqual([true, '2.0.0']);
  expect(await service.acceptRelease(dropped)).toMatchObject({ reason: 'foreign' });
});

test('the root is trusted once: another root, or the same enrolment again, changes no pack', async () => {
  profile = new Profile();
  const { service, host, open, stores } = await agent();
  await service.acceptRelease(await signed(1, '2.0.0'));
  const impostor = await openReleaseSigner('team-1', MORNING);
  const { root } = impostor.trust;
  await service.believe({ team: 'team-1', root, sequence: 0, signers: [] });
  expect(host.inUse).toBe('2.0.0');
  const theirs = await impostor.sign({ ...pack, version: '6.6.6' }, { sequence: 2 });
  expect(await service.acceptRelease(theirs)).toMatchObject({ reason: 'foreign' });

  await stores.packs.enrol('team-1', lead.trust.root);
  const again = await open();
  expect(again.state).toMatchObject({ inUse: { version: '2.0.0' }, refused: null });
  expect(again.trust).toEqual(lead.trust);
});
