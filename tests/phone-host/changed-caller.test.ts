import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { NoteRecorder } from '../../phone-host/call/note-recorder.ts';
import { NumberRecogniser } from '../../phone-host/call/number-recogniser.ts';
import { notesOfNumber } from '../../storage/notes/note-list.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { BEIJING_RULES } from '../helpers/order-story.ts';
import { Profile } from '../helpers/profile.ts';
import { harassed, MONDAY_TEN, TeamStory } from '../helpers/team-story.ts';
import { FakeStream } from './fake-stream.ts';

vi.setConfig({ testTimeout: 60_000 });
let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

const writer = { settled: async () => {} };
const party = (number: string) => ({ number, displayName: null });
const HALF_DAY = 12 * 3_600_000;
const COLLEAGUE = '8001';
const CALLER = '+8613700000001';
const ring: CallEvent = { type: 'ringing', call: 'a', at: 1, remoteParty: party(COLLEAGUE), queuedMs: null };
const answer: CallEvent = { type: 'answered', call: 'a', at: 2 };
const transferred = (number: string, at = 3): CallEvent => ({
  type: 'remote-party-changed',
  call: 'a',
  at,
  remoteParty: party(number),
});

async function recorderBed() {
  const stores = await profile.signedIn();
  const journal = new FakeStream();
  const facts = { report: () => {} };
  const settings = { value: DEFAULT_SETTINGS };
  const recorder = new NoteRecorder({
    journal,
    writer,
    stores,
    settings,
    facts,
    serverClock: { offset: -HALF_DAY },
    packs: { pack: loadPack() },
  });
  recorder.start();
  return { stores, journal };
}

test('a caller whom a colleague passed on is noted, and found by their own number', async () => {
  const { stores, journal } = await recorderBed();
  for (const event of [ring, answer, transferred(CALLER)]) journal.record('sip', event);
  const found = async () => (await notesOfNumber(stores.notes, '013700000001')).notes;
  await vi.waitFor(async () => expect(await found()).toHaveLength(1), { timeout: 20_000 });
  expect((await found())[0]).toMatchObject({ contactNumber: CALLER, contact: { number: COLLEAGUE } });
});

test('a note says how far the clock of its device was from the server’s', async () => {
  const { stores, journal } = await recorderBed();
  journal.record('sip', ring);
  const found = async () => (await notesOfNumber(stores.notes, COLLEAGUE)).notes;
  await vi.waitFor(async () => expect(await found()).toMatchObject([{ offset: -HALF_DAY }]), 20_000);
});

test('what the agent typed as number to reach stays', async () => {
  const { stores, journal } = await recorderBed();
  const { notes } = stores;
  journal.record('sip', ring);
  await vi.waitFor(async () => expect(await notes.noteOfCall('a')).not.toBeNull(), { timeout: 20_000 });
  const typed = '021-20001234';
  await notes.create({ kind: 'walk-in' });
  const { NoteDraft } = await import('../../storage/notes/note-draft.ts');
  const opened = await NoteDraft.open(notes, (await notes.noteOfCall('a')) ?? '');
  if (!opened.ok) throw new Error(opened.reason);
  opened.draft.type({ contactNumber: typed });
  await opened.draft.settled();
  for (const event of [answer, transferred(CALLER), transferred('anonymous', 4)])
    journal.record('sip', event);
  await opened.draft.settled();
  expect(opened.draft.view.note.contactNumber).toBe(typed);
  opened.draft.close();
});

test('the new number is looked up, not the one of before', async () => {
  const { notes } = await profile.signedIn();
  const journal = new FakeStream();
  const story = new TeamStory().tell('w', harassed(CALLER, MONDAY_TEN));
  const events: readonly TeamEvent[] = story.events;
  const recogniser = new NumberRecogniser({
    ...{ journal, writer, notes },
    team: { events: { value: events } },
    orderRules: () => BEIJING_RULES,
    now: () => MONDAY_TEN,
  });
  recogniser.start();
  for (const event of [ring, answer, transferred(CALLER)]) journal.record('sip', event);
  const recognised = () => journal.recorded.filter(({ type }) => type === 'number-recognised');
  await vi.waitFor(() => expect(recognised()).toMatchObject([{ call: 'a', as: ['harassment'] }]), {
    timeout: 20_000,
  });
});
