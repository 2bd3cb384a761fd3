import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { SigningKey } from '../../../contract/release/ed25519.ts';
import { PACK_FORM } from '../../../contract/release/release.ts';
import { publishSchema } from '../../../contract/release/release-messages.ts';
import { openRelease } from '../../../contract/release/verify-release.ts';
import { DraftEditor } from '../../../pages/lead/draft/draft-editor.ts';
import { problemsOfDraft } from '../../../pages/lead/draft/read-draft.ts';
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

function open() {
  let key: SigningKey | null = null;
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
      problems: () => problemsOfDraft(draft.pack.value),
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
  const trust = api === null ? null : await trustOf(api);
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
