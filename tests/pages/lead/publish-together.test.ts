import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import { makeSigningKey, type SigningKey } from '../../../contract/release/ed25519.ts';
import type { Release, ReleaseBody } from '../../../contract/release/release.ts';
import { publishSchema } from '../../../contract/release/release-messages.ts';
import { applyTeamKeys, signTeamKeys, type TeamTrust } from '../../../contract/release/team-trust.ts';
import { openRelease, signRelease } from '../../../contract/release/verify-release.ts';
import { DraftEditor } from '../../../pages/lead/draft/draft-editor.ts';
import { PublishModel } from '../../../pages/lead/publish/publish-model.ts';
import { FakeTeamServer, LEAD, LI, member, TEAM } from '../../helpers/fake-team-server.ts';
import { memoryDraftStore } from '../../helpers/memory-draft-store.ts';
import { smallPack } from '../../helpers/small-pack.ts';

const HOUR = 3_600_000;
const NOW = new Date('2026-12-30T10:00:00Z').getTime();
const NEW_YEAR = new Date('2026-12-31T16:00:00Z').getTime();
const OTHER = '0102';
const shipped = smallPack();
const ringing = (pack: Pack, ringLimit: number): Pack => ({
  ...pack,
  settings: { ...pack.settings, ringLimit },
});
const within = (pack: Pack, days: number): Pack => ({
  ...pack,
  settings: { ...pack.settings, callBackWithinDays: days },
});
const PUBLICATION = { version: '1.0.9', message: '改了时限', group: null, startsAt: null };

let server: FakeTeamServer;
let key: SigningKey;
let trust: TeamTrust;
let draft: DraftEditor;
let model: PublishModel;
let heads: object[];

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  server = new FakeTeamServer();
  key = await makeSigningKey();
  const list = {
    ...{ team: TEAM, sequence: 1, issuedAt: NOW, root: key.publicKey },
    signers: [{ key: key.publicKey, holder: LEAD.number, lastSequence: null }],
  };
  const start = { team: TEAM, root: key.publicKey, sequence: 0, signers: [] };
  const applied = await applyTeamKeys(start, await signTeamKeys(list, key));
  if (!applied.ok) throw new Error(applied.reason);
  trust = applied.trust;
  server.trust = trust;
  heads = [];
  for (const list of ['receipts', 'signers']) server.answers(`GET ~/${list}`, { [list]: [] });
  server.answers('GET ~/members', { members: [LEAD, member(OTHER, '周岚', 'lead'), LI] });
  server.answers('GET ~/team-keys', { documents: [] });
  server.answers('POST ~/releases', { sequence: 9, digest: 'a'.repeat(64) });
  const store = memoryDraftStore();
  draft = new DraftEditor(shipped, store, () => {});
  model = new PublishModel({
    session: server.session(),
    signers: { read: async () => ({ state: 'ready', key }), save: async () => {} },
    scripts: { draft, base: signal<Pack>(shipped), language: 'zh-CN', rebase: (pack) => draft.rebase(pack) },
    shipped,
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A release that the team has: by the other lead, to all and at once, unless it says more. */
async function has(pack: Pack, more: Partial<ReleaseBody> = {}): Promise<void> {
  const sequence = heads.length + 1;
  const body: ReleaseBody = {
    ...{ team: TEAM, sequence, issuedAt: NOW - HOUR, expiresAt: NOW + 999 * HOUR, startsAt: null },
    ...{ audience: { to: 'team' }, message: '', by: OTHER, parent: null, packForm: 2 },
    pack: { ...pack, version: `1.0.${sequence}` },
    ...more,
  };
  const bytes = await signRelease(body, key);
  const opened = await openRelease(bytes, trust);
  if (!opened.ok) throw new Error(opened.reason);
  const { pack: _, digest, signedBy: _by, ...head } = opened.release;
  heads.unshift({ ...head, digest, version: body.pack.version });
  server.answersBytes(`GET ~/releases/${sequence}`, bytes);
  server.answers('GET ~/releases', { releases: heads });
}

/** What was signed and sent, in order. */
async function published(): Promise<readonly Release[]> {
  const documents = server.sent('POST ~/releases').map((body) => v.parse(publishSchema, body).document);
  const opened = await Promise.all(documents.map((one) => openRelease(new TextEncoder().encode(one), trust)));
  return opened.map((one) => {
    if (!one.ok) throw new Error(one.reason);
    return one.release;
  });
}

/** The team's draft, in which the other lead changed these places. */
async function sharedDraft(pack: Pack, places: readonly string[]): Promise<void> {
  const authors = places.map((place) => ({ place, by: OTHER, at: NOW }));
  const state = { revision: 1, id: null, pack, authors, at: NOW, epoch: 'a' };
  draft.shared.value = { team: TEAM, ...state };
  draft.edit(pack);
}

it('publishes the own changes; another lead’s draft is shown by name and goes only if it is chosen', async () => {
  await has(shipped);
  await model.load();
  await sharedDraft(ringing(draft.pack.value, 7), ['settings/ringLimit']);
  draft.edit(within(draft.pack.value, 9));
  const { parts, chosen } = model.view(NOW);
  expect(parts).toMatchObject([
    {
      by: [LEAD.number],
      isOwn: true,
      state: 'draft',
      changes: [{ path: ['settings', 'callBackWithinDays'] }],
    },
    { by: [OTHER], isOwn: false, state: 'draft', changes: [{ path: ['settings', 'ringLimit'] }] },
  ]);
  expect(chosen).toEqual([parts[0]?.id]);
  expect(model.view(NOW).changes).toHaveLength(1);
  await model.act({ do: 'publish', publication: PUBLICATION });
  const [own] = await published();
  expect(own?.pack.settings).toMatchObject({ ringLimit: 3, callBackWithinDays: 9 });

  const all = model.view(NOW).parts.map(({ id }) => id);
  await model.act({ do: 'choose', choice: { group: null, startsAt: null, parts: all } });
  await model.act({ do: 'publish', publication: { ...PUBLICATION, version: '1.1.0' } });
  const [, both] = await published();
  expect(both?.pack.settings).toMatchObject({ ringLimit: 7, callBackWithinDays: 9 });
});

it('a release after another lead’s canary does not carry it, and the group keeps it', async () => {
  await has(shipped);
  await has(ringing(shipped, 7), { audience: { to: 'group', agents: [LI.number] } });
  await model.load();
  await sharedDraft(ringing(draft.pack.value, 7), ['settings/ringLimit']);
  draft.edit(within(draft.pack.value, 9));
  expect(model.view(NOW)).toMatchObject({
    inUse: { sequence: 1 },
    parts: [{ isOwn: true }, { by: [OTHER], state: 'canary', release: { sequence: 2 } }],
  });
  await model.act({ do: 'publish', publication: PUBLICATION });
  expect(await published()).toMatchObject([
    { sequence: 3, audience: { to: 'team' }, pack: { settings: { ringLimit: 3, callBackWithinDays: 9 } } },
    {
      ...{ sequence: 4, audience: { to: 'group', agents: [LI.number] } },
      ...{ rebases: { sequence: 2, by: OTHER } },
      pack: { settings: { ringLimit: 7, callBackWithinDays: 9 } },
    },
  ]);
});

it('a hotfix has nothing of a scheduled release, which is scheduled again on top of it', async () => {
  await has(shipped);
  await has(ringing(shipped, 7), { startsAt: NEW_YEAR, message: '新年问候', by: LEAD.number });
  await model.load();
  draft.edit(within(ringing(draft.pack.value, 7), 9));
  expect(model.view(NOW)).toMatchObject({
    changes: [{ path: ['settings', 'callBackWithinDays'] }],
    parts: [{ state: 'draft' }, { state: 'scheduled', release: { startsAt: NEW_YEAR } }],
    history: [{ fate: 'scheduled' }, { fate: 'in-use' }],
  });
  await model.act({ do: 'publish', publication: PUBLICATION });
  expect(await published()).toMatchObject([
    { startsAt: null, pack: { settings: { ringLimit: 3, callBackWithinDays: 9 } } },
    {
      ...{ startsAt: NEW_YEAR, message: '新年问候', rebases: { sequence: 2, by: LEAD.number } },
      pack: { settings: { ringLimit: 7, callBackWithinDays: 9 } },
    },
  ]);
});

it('a scheduled release that would be lost is named before the press, and afterwards to both leads', async () => {
  await has(shipped);
  await has(ringing(shipped, 7), { startsAt: NEW_YEAR });
  await model.load();
  draft.edit(ringing(draft.pack.value, 5));
  expect(model.view(NOW).replaces).toEqual([{ sequence: 2, by: OTHER, startsAt: NEW_YEAR }]);
  await model.act({ do: 'publish', publication: PUBLICATION });
  expect(await published()).toHaveLength(1);
  await has(ringing(shipped, 5), { by: LEAD.number });
  await model.load();
  expect(model.view(NOW).overtaken).toEqual([{ sequence: 2, by: OTHER, startsAt: NEW_YEAR }]);
});

it('a roll-back ends canaries and keeps what is scheduled', async () => {
  await has(ringing(shipped, 5));
  await has(ringing(shipped, 6));
  await has(ringing(shipped, 8), { audience: { to: 'group', agents: [LI.number] } });
  await has(within(ringing(shipped, 6), 9), { startsAt: NEW_YEAR });
  await model.load();
  await model.act({ do: 'roll-back', sequence: 1 });
  expect(await published()).toMatchObject([
    { sequence: 5, ends: [3], pack: { version: '1.0.1', settings: { ringLimit: 5 } } },
    { sequence: 6, startsAt: NEW_YEAR, pack: { settings: { ringLimit: 5, callBackWithinDays: 9 } } },
  ]);
});

it('withdraws a canary: its group has what everybody has', async () => {
  await has(ringing(shipped, 5));
  await has(ringing(shipped, 8), { audience: { to: 'group', agents: [LI.number] } });
  await model.load();
  await model.act({ do: 'withdraw', sequence: 2 });
  expect(await published()).toMatchObject([
    {
      ...{ sequence: 3, audience: { to: 'group', agents: [LI.number] }, ends: [2] },
      pack: { version: '1.0.1', settings: { ringLimit: 5 } },
    },
  ]);
});

it('counts agents, each where they are now, and no leads', async () => {
  await has(shipped);
  await has(ringing(shipped, 7));
  const inUse = (sequence: number, since: number) => ({ status: 'in-use', sequence, since, readAt: null });
  const receipts = [
    { agent: LI.number, device: 'a', receipt: inUse(1, NOW - 9) },
    { agent: LI.number, device: 'a', receipt: inUse(2, NOW - 5) },
    { agent: LEAD.number, device: 'b', receipt: inUse(2, NOW - 5) },
  ];
  server.answers('GET ~/receipts', { receipts });
  await model.load();
  expect(model.view(NOW).history).toMatchObject([
    { sequence: 2, fate: 'in-use', users: [LI.number] },
    { sequence: 1, fate: 'replaced', users: [] },
  ]);
});

it('a lead whom the root has admitted publishes while the root is on leave, and changes no keys', async () => {
  const root = await makeSigningKey();
  const list = {
    ...{ team: TEAM, sequence: 1, issuedAt: NOW, root: root.publicKey },
    signers: [
      { key: root.publicKey, holder: OTHER, lastSequence: null },
      { key: key.publicKey, holder: LEAD.number, lastSequence: null },
    ],
  };
  const start = { team: TEAM, root: root.publicKey, sequence: 0, signers: [] };
  const applied = await applyTeamKeys(start, await signTeamKeys(list, root));
  if (!applied.ok) throw new Error(applied.reason);
  trust = applied.trust;
  server.trust = trust;
  await has(shipped);
  await model.load();
  draft.edit(within(draft.pack.value, 9));
  await model.act({ do: 'publish', publication: PUBLICATION });
  const [release] = await published();
  expect(release?.pack.settings.callBackWithinDays).toBe(9);
  expect(server.sent('POST ~/team-keys')).toEqual([]);
});
