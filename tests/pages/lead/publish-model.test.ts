import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import { makeSigningKey, type SigningKey } from '../../../contract/release/ed25519.ts';
import { fingerprintOf } from '../../../contract/release/fingerprint.ts';
import { PACK_FORM } from '../../../contract/release/release.ts';
import { publishSchema } from '../../../contract/release/release-messages.ts';
import { applyTeamKeys, firstTrust, signTeamKeys } from '../../../contract/release/team-trust.ts';
import { openRelease, signRelease } from '../../../contract/release/verify-release.ts';
import { DraftEditor } from '../../../pages/lead/draft/draft-editor.ts';
import { trustOf } from '../../../pages/lead/frame/team-packs.ts';
import { PublishModel } from '../../../pages/lead/publish/publish-model.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { FakeTeamServer, TEAM } from '../../helpers/fake-team-server.ts';
import { memoryDraftStore } from '../../helpers/memory-draft-store.ts';

const base = loadPack();
const NOW = new Date('2026-10-01T10:00').getTime();
const PUBLICATION = { version: '1.0.1', message: '改了时限', group: null, startsAt: null };

let server: FakeTeamServer;
let draft: DraftEditor;
beforeEach(() => {
  server = new FakeTeamServer();
  draft = new DraftEditor(base, memoryDraftStore(), () => {});
  for (const list of ['releases', 'receipts', 'signers']) server.answers(`GET ~/${list}`, { [list]: [] });
  server.answers('GET ~/team-keys', { documents: [] });
  server.answers('POST ~/team-keys', { sequence: 1, digest: 'digest' });
  server.answers('POST ~/releases', { sequence: 1, digest: 'digest' });
});
afterEach(() => vi.unstubAllGlobals());

function open(own: SigningKey | null = null) {
  let key = own;
  const session = server.session();
  const model = new PublishModel({
    session,
    signers: {
      read: async () => (key === null ? { state: 'none' } : { state: 'ready', key }),
      save: async (made) => {
        key = made;
      },
    },
    scripts: {
      draft,
      base: signal<Pack>(base),
      language: 'zh-CN',
      rebase: () => {},
    },
  });
  return { model, session };
}

const documentOf = (body: unknown) => v.parse(publishSchema, body).document;

it('compares the draft with the pack in use, and suggests the next version', async () => {
  const { model } = open();
  await model.load();
  draft.edit({ ...base, settings: { ...base.settings, ringLimit: 4 } });
  expect(model.view(NOW)).toMatchObject({ signer: 'first', problems: 0, suggestedVersion: '1.0.1' });
  expect(model.view(NOW).changes).toHaveLength(1);
  draft.edit({ ...base, situations: base.situations.slice(1) });
  expect(model.view(NOW).suggestedVersion).toBe('1.1.0');
});

it.each([
  ['1.0.9', '1.0.10'],
  ['1.2.0', '1.2.1'],
  ['0.9.9', '1.0.1'],
])('suggests no version that was published before: %s, so %s', async (published, suggested) => {
  const { model } = open();
  const head = { sequence: 1, digest: 'digest', version: published, issuedAt: NOW, expiresAt: NOW + 1 };
  const more = { team: TEAM, startsAt: null, audience: { to: 'team' }, message: '', by: '0001' };
  const release = { ...head, ...more, parent: null, packForm: PACK_FORM };
  server.answers('GET ~/releases', { releases: [release] });
  await model.load();
  draft.edit({ ...base, settings: { ...base.settings, ringLimit: 4 } });
  expect(model.view(NOW).suggestedVersion).toBe(suggested);
});

it('publishes its own key first, then a release that this key signs', async () => {
  const { model, session } = open();
  await model.load();
  draft.edit({ ...base, settings: { ...base.settings, ringLimit: 4 } });
  await model.act({ do: 'publish', publication: PUBLICATION });
  const [keys] = server.sent('POST ~/team-keys');
  const [release] = server.sent('POST ~/releases');
  server.answers('GET ~/team-keys', { documents: [documentOf(keys)] });
  const api = await session.server();
  const trust =
    api === null ? null : await trustOf(api, firstTrust(TEAM, new TextEncoder().encode(documentOf(keys))));
  if (trust?.ok !== true || trust.value === null) throw new Error('no trust');
  const opened = await openRelease(new TextEncoder().encode(documentOf(release)), trust.value);
  expect(opened).toMatchObject({
    ok: true,
    release: { sequence: 1, message: '改了时限', pack: { version: '1.0.1', settings: { ringLimit: 4 } } },
  });
  expect(draft.pack.value.version).toBe('1.0.1');
});

it('keeps the draft as it is when the server refuses the release', async () => {
  const { model } = open();
  await model.load();
  server.refuses('POST ~/releases', 'conflict');
  await model.act({ do: 'publish', publication: PUBLICATION });
  expect(model.view(NOW).asked).toEqual({ asked: 'refused', why: 'conflict' });
  expect(draft.pack.value.version).toBe(base.version);
});

it('does not roll back to a release that it cannot verify', async () => {
  const { model } = open();
  await model.load();
  await model.act({ do: 'roll-back', sequence: 1 });
  expect(model.view(NOW).asked).toEqual({ asked: 'refused', why: 'failed' });
  expect(server.sent('POST ~/releases')).toEqual([]);
});

/** A team whose root is this lead, with one more signer. */
async function rootedTeam() {
  const [own, other] = [await makeSigningKey(), await makeSigningKey()];
  const list = {
    ...{ team: TEAM, sequence: 1, issuedAt: NOW, root: own.publicKey },
    signers: [
      { key: own.publicKey, holder: '0101', lastSequence: null },
      { key: other.publicKey, holder: '0102', lastSequence: null },
    ],
  };
  const start = { team: TEAM, root: own.publicKey, sequence: 0, signers: [] };
  const applied = await applyTeamKeys(start, await signTeamKeys(list, own));
  if (!applied.ok) throw new Error(applied.reason);
  server.trust = applied.trust;
  const head = { team: TEAM, startsAt: null, audience: { to: 'team' as const }, message: '', by: '0102' };
  const body = { ...head, parent: null, packForm: PACK_FORM, issuedAt: NOW, expiresAt: NOW + 1 };
  const release = (sequence: number, key: SigningKey) =>
    signRelease({ ...body, sequence, pack: { ...base, version: `2.0.${sequence}` } }, key);
  return { own, other, body, release, trust: applied.trust };
}

it('retires a signer: what that key published stays valid, whatever else it signs does not', async () => {
  const { own, other, body, release, trust } = await rootedTeam();
  const theirs = await release(1, other);
  server.answers('GET ~/releases', {
    releases: [{ ...body, sequence: 1, digest: 'a', version: '2.0.1' }],
  });
  server.answersBytes('GET ~/releases/1', theirs);
  const { model } = open(own);
  await model.load();
  expect(model.view(NOW).signers).toMatchObject({
    ...{ isRoot: true, own: await fingerprintOf(own.publicKey), root: await fingerprintOf(own.publicKey) },
    trusted: [
      { holder: '0101', isRoot: true },
      { holder: '0102', isRoot: false, lastSequence: null },
    ],
  });
  await model.act({ do: 'retire-signer', key: other.publicKey });
  const [sent] = server.sent('POST ~/team-keys');
  const after = await applyTeamKeys(trust, new TextEncoder().encode(documentOf(sent)));
  if (!after.ok) throw new Error(after.reason);
  expect(await openRelease(theirs, after.trust)).toMatchObject({ ok: true });
  const backDated = await signRelease(
    { ...body, sequence: 1, issuedAt: NOW - 1, pack: { ...base, version: '6.6.6' } },
    other,
  );
  for (const forged of [backDated, await release(2, other)]) {
    expect(await openRelease(forged, after.trust)).toMatchObject({ reason: 'foreign' });
  }
  expect(await openRelease(await release(2, own), after.trust)).toMatchObject({ ok: true });
});

it('hands the root over to another signer, who accepts it by the next list', async () => {
  const { own, other, trust } = await rootedTeam();
  await open(own).model.load();
  const { model } = open(own);
  await model.load();
  await model.act({ do: 'hand-over-root', key: other.publicKey });
  const [sent] = server.sent('POST ~/team-keys');
  const handed = await applyTeamKeys(trust, new TextEncoder().encode(documentOf(sent)));
  expect(handed).toMatchObject({ ok: true, trust: { root: other.publicKey, signedBy: own.publicKey } });
  if (!handed.ok) throw new Error(handed.reason);
  server.trust = handed.trust;
  await open(other).model.load();
  const accepted = await applyTeamKeys(
    handed.trust,
    new TextEncoder().encode(documentOf(server.sent('POST ~/team-keys').at(-1))),
  );
  expect(accepted).toMatchObject({
    trust: { root: other.publicKey, signedBy: other.publicKey, sequence: 3 },
  });
});

it('shows nothing of a team whose root was not compared in this browser', async () => {
  const { own, trust } = await rootedTeam();
  server.trust = null;
  const list = await signTeamKeys({ ...trust, issuedAt: NOW, signers: [...trust.signers] }, own);
  server.answers('GET ~/team-keys', { documents: [new TextDecoder().decode(list)] });
  const { model, session } = open();
  await model.load();
  expect(session.gap.value).toBe('unconfirmed');
});
