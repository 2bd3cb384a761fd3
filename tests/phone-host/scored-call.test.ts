import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { NoteRecorder } from '../../phone-host/call/note-recorder.ts';
import { scoreRealCall } from '../../phone-host/call/score-real-call.ts';
import { adherenceScore } from '../../rules/adherence/adherence-score.ts';
import { pack } from '../../scripts/pack.yaml';
import { Profile } from '../helpers/profile.ts';
import { BEIJING } from '../helpers/script-story.ts';
import { FakeStream } from './fake-stream.ts';

let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

const call = 'call-1';
const remoteParty = { number: '+8613900001234', displayName: null };
const CALL: readonly JournalEvent[] = [
  { type: 'ringing', call, at: 1_000, remoteParty, queuedMs: null },
  { type: 'answering', call, at: 5_000, by: 'agent' },
  { type: 'answered', call, at: 5_000 },
  { type: 'step-done', call, at: 9_000, situation: 'greeting', step: 'greet', how: 'done' },
  { type: 'ended', call, at: 60_000, end: { how: 'hung-up', by: 'remote-party' } },
];

async function recorderBed() {
  const stores = await profile.signedIn();
  const journal = new FakeStream();
  const packs = { pack, key: 'shipped', find: () => pack };
  const recorder = new NoteRecorder({
    ...{ journal, stores, packs },
    writer: { settled: async () => {} },
    settings: { value: DEFAULT_SETTINGS },
    facts: { report: () => {} },
    serverClock: { offset: null },
    score: scoreRealCall({
      packs,
      context: () => BEIJING,
      team: { events: { value: [] } },
      serverClock: { offset: null },
      now: () => profile.now,
    }),
  });
  recorder.start();
  let seq = 0;
  const happens = async (event: JournalEvent) => {
    seq += 1;
    await stores.journal.append([{ seq, source: 'agent', event }]);
    journal.record('sip', event);
  };
  const facts = async () => {
    const read = await stores.notes.read((await stores.notes.noteOfCall(call)) ?? '');
    return read.ok ? read.note.facts : null;
  };
  return { happens, facts, recorder };
}

test('a real call is scored when its wrap-up is finished, and not before', async () => {
  const { happens, facts } = await recorderBed();
  for (const event of CALL) await happens(event);
  await vi.waitFor(async () => expect(await facts()).not.toBeNull(), { timeout: 20_000 });
  expect((await facts())?.adherence).toBeUndefined();
  await happens({ type: 'wrap-up-finished', call, at: 70_000 });
  await vi.waitFor(async () => expect((await facts())?.adherence).toBeDefined(), { timeout: 20_000 });
  const lines = (await facts())?.adherence?.lines ?? [];
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'hang-up', outcome: 'held' }));
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'script', outcome: 'not-applicable' }));
  expect(adherenceScore(lines).score).toBeGreaterThan(0);
});

test('a call that nobody answered is scored at its end', async () => {
  const { happens, facts } = await recorderBed();
  const [ringing] = CALL;
  if (ringing !== undefined) await happens(ringing);
  await happens({ type: 'ended', call, at: 40_000, end: { how: 'given-up' } });
  await vi.waitFor(async () => expect((await facts())?.adherence).toBeDefined(), { timeout: 20_000 });
  const rings = (await facts())?.adherence?.lines.find(({ kind }) => kind === 'rings');
  expect(rings).toMatchObject({ outcome: 'missed', why: 'not-answered' });
});

test('a call that only its audio shows has no rings, and is not judged by them', async () => {
  const { happens, facts } = await recorderBed();
  const [, , answered, , ended] = CALL;
  await happens({
    ...{ type: 'ringing', call, at: 5_000, remoteParty: { number: '', displayName: null } },
    ...{ queuedMs: null, mediaOnly: true, watchOnly: true },
  });
  for (const event of [answered, ended]) if (event !== undefined) await happens(event);
  await happens({ type: 'wrap-up-finished', call, at: 70_000 });
  await vi.waitFor(async () => expect((await facts())?.adherence).toBeDefined(), { timeout: 20_000 });
  expect(await facts()).toMatchObject({ rings: null, answeredAt: 5_000 });
  const rings = (await facts())?.adherence?.lines.find(({ kind }) => kind === 'rings');
  expect(rings).toMatchObject({ outcome: 'not-applicable', why: 'no-occasion' });
});
