import { afterEach, expect, test } from 'vitest';
import type { Pack } from '../../contract/pack/pack.ts';
import type { ReleaseBody } from '../../contract/pack-release/release.ts';
import { PackDesk } from '../../host/pack-desk.ts';
import { MORNING, Profile } from '../helpers/profile.ts';
import { DAY_MS, openReleaseDesk } from '../helpers/release-desk.ts';
import { smallPack } from '../helpers/small-pack.ts';
import { until } from '../helpers/until.ts';

const pack = smallPack();
const lead = await openReleaseDesk('team-1', MORNING);
const signed = (sequence: number, version: string, change: Partial<ReleaseBody> = {}) =>
  lead.sign({ ...pack, version }, { sequence, ...change });

let profile: Profile | null = null;
afterEach(() => profile?.quit());

/** An agent's browser that believes the team's root, with a call that is up or not. */
async function agent(number = '0283') {
  profile ??= new Profile();
  const stores = await profile.page();
  const floor = { callIsUp: false, inUse: 'shipped', swaps: 0 };
  const open = async () => {
    const desk = new PackDesk({
      shelf: stores.packs,
      agentNumber: () => number,
      callIsUp: () => floor.callIsUp,
      now: () => profile?.now ?? 0,
      swapped: (release) => {
        floor.inUse = release?.pack.version ?? 'shipped';
        floor.swaps += 1;
      },
      changed: () => {},
    });
    await desk.open();
    return desk;
  };
  const desk = await open();
  await desk.believe(lead.trust);
  return { desk, floor, open, stores };
}

test('an idle agent has the new pack at once; the same one again changes nothing', async () => {
  profile = new Profile();
  const { desk, floor } = await agent();
  expect(await desk.takeRelease(await signed(1, '2.0.0'))).toBe('taken');
  expect(floor.inUse).toBe('2.0.0');
  const { swaps } = floor;
  expect(await desk.takeRelease(await signed(1, '2.0.0'))).toMatchObject({ reason: 'known' });
  expect([floor.swaps, desk.state.refused]).toEqual([swaps, null]);
});

test('in a call the scripts stay; they change when it has ended, and only once for two releases', async () => {
  profile = new Profile();
  const { desk, floor } = await agent();
  await desk.takeRelease(await signed(1, '2.0.0'));
  floor.callIsUp = true;
  await desk.takeRelease(await signed(2, '2.1.0'));
  await desk.takeRelease(await signed(3, '2.2.0'));
  desk.follow();
  expect(desk.state).toMatchObject({ inUse: { version: '2.0.0' }, waiting: { version: '2.2.0' } });
  const { swaps } = floor;
  floor.callIsUp = false;
  desk.follow();
  await until('the swap', () => floor.inUse !== '2.0.0');
  expect([floor.inUse, floor.swaps]).toEqual(['2.2.0', swaps + 1]);
  expect(desk.state.waiting).toBe(null);
});

test('one that starts later waits for its time, also over a restart of the browser', async () => {
  profile = new Profile();
  const { desk, floor, open } = await agent();
  await desk.takeRelease(await signed(1, '2.0.0'));
  const startsAt = MORNING + DAY_MS;
  await desk.takeRelease(await signed(2, '2.1.0', { startsAt }));
  expect(desk.state.waiting).toMatchObject({ version: '2.1.0', startsAt });
  profile.now = startsAt - 1;
  expect((await open()).state.inUse?.version).toBe('2.0.0');
  profile.now = startsAt;
  expect((await open()).state.inUse?.version).toBe('2.1.0');
  expect(floor.inUse).toBe('2.1.0');
});

test('whatever will not do is refused with its reason, and the last good one stays', async () => {
  profile = new Profile();
  const { desk, floor } = await agent();
  const first = await signed(1, '2.0.0');
  const second = await signed(2, '2.1.0');
  await desk.takeRelease(first);
  await desk.takeRelease(second);
  const stranger = await openReleaseDesk('team-1', MORNING);
  const broken: Pack = { ...pack, settings: { ...pack.settings, ringLimit: 0 } };
  const bad = [
    [first, 'older'],
    [Uint8Array.from(second.with(second.length - 5, 65)), 'tampered'],
    [await stranger.sign(pack, { sequence: 9 }), 'foreign'],
    [await lead.sign(broken, { sequence: 9 }), 'invalid'],
    [await signed(9, '2.2.0', { expiresAt: MORNING }), 'expired'],
  ] as const;
  for (const [bytes, reason] of bad) {
    expect(await desk.takeRelease(bytes)).toMatchObject({ ok: false, reason });
    expect(desk.state).toMatchObject({ inUse: { version: '2.1.0' }, refused: { refusal: { reason } } });
  }
  await desk.takeRelease(await signed(3, '2.0.0'));
  expect([floor.inUse, desk.state.refused]).toEqual(['2.0.0', null]);
});

test('a first group is a first group', async () => {
  profile = new Profile();
  const forOne = await signed(2, '2.1.0', { audience: { to: 'group', agents: ['0283'] } });
  const one = await agent('0283');
  await one.desk.takeRelease(forOne);
  expect(one.floor.inUse).toBe('2.1.0');
  profile.quit();
  profile = new Profile();
  const other = await agent('0290');
  await other.desk.takeRelease(await signed(1, '2.0.0'));
  expect(await other.desk.takeRelease(forOne)).toBe('taken');
  expect([other.floor.inUse, other.desk.state.waiting]).toEqual(['2.0.0', null]);
});

test('bytes that were changed on the disk are not used again, and the panel is told', async () => {
  profile = new Profile();
  const { desk, open, floor, stores } = await agent();
  await desk.takeRelease(await signed(1, '2.0.0'));
  const [row] = await stores.packs.all('team-1');
  if (row === undefined) throw new Error('nothing is kept');
  await stores.database.packReleases.put({ ...row, bytes: Uint8Array.from(row.bytes.with(-40, 65)) });
  const again = await open();
  expect([floor.inUse, again.state.inUse]).toEqual(['shipped', null]);
  expect(again.state.refused).toMatchObject({ refusal: { reason: 'tampered' } });
});

test('the change note is read once, and stays read', async () => {
  profile = new Profile();
  const { desk, open } = await agent();
  await desk.takeRelease(await signed(1, '2.0.0', { message: '等待改为 4 秒' }));
  const digest = desk.state.inUse?.digest ?? '';
  expect(desk.state.inUse).toMatchObject({ message: '等待改为 4 秒', readAt: null });
  const panel = new BroadcastChannel('sansheng-pack');
  panel.postMessage({ kind: 'note-read', digest });
  await until('the reading is kept', async () => (await open()).state.inUse?.readAt === MORNING);
  expect(desk.state.inUse?.readAt).toBe(MORNING);
  panel.close();
});

test('whom to believe is learned once: another root, or the same enrolment again, takes no pack away', async () => {
  profile = new Profile();
  const { desk, floor, open, stores } = await agent();
  await desk.takeRelease(await signed(1, '2.0.0'));
  const stranger = await openReleaseDesk('team-1', MORNING);
  const { root } = stranger.trust;
  await desk.believe({ team: 'team-1', root, sequence: 0, signers: [] });
  expect(floor.inUse).toBe('2.0.0');
  const theirs = await stranger.sign({ ...pack, version: '6.6.6' }, { sequence: 2 });
  expect(await desk.takeRelease(theirs)).toMatchObject({ reason: 'foreign' });

  await stores.packs.enrol('team-1', lead.trust.root);
  const again = await open();
  expect(again.state).toMatchObject({ inUse: { version: '2.0.0' }, refused: null });
  expect(again.trust).toEqual(lead.trust);
});
