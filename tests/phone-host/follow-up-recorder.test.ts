import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { FollowUpRecorder } from '../../phone-host/call/follow-up-recorder.ts';
import { foldRules } from '../../rules/call/fold-rules.ts';
import { callRules, NO_RULES, type RulesState } from '../../rules/call/rules-state.ts';
import { pack } from '../../scripts/pack.yaml';
import type { Stores } from '../../storage/open-stores.ts';
import { MORNING, Profile } from '../helpers/profile.ts';
import { BEIJING } from '../helpers/script-story.ts';
import { FakeStream } from './fake-stream.ts';

const MINUTE = 60_000;
const call = 'call-1';
const remoteParty = { number: '+8613900001234', displayName: null };
/** "10 分钟内给您回电" is said two minutes before the call ends. */
const PROMISED: readonly JournalEvent[] = [
  { type: 'ringing', call, at: MORNING, remoteParty, queuedMs: null },
  { type: 'answering', call, at: MORNING + 5_000, by: 'agent' },
  { type: 'answered', call, at: MORNING + 5_000 },
  { type: 'caller-named', call, at: MORNING + 20_000, surname: '王', title: 'ms' },
  { type: 'situation-picked', call, at: MORNING + MINUTE, situation: 'cannot-answer-query', by: 'agent' },
];
const SAID_AT = MORNING + 2 * MINUTE;
const ended = (end: Extract<JournalEvent, { type: 'ended' }>['end']): JournalEvent => ({
  ...{ type: 'ended', call, at: MORNING + 4 * MINUTE, end },
});

let profile: Profile;
let stores: Stores;
beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
});
afterEach(() => profile.quit());

function bed() {
  const journal = new FakeStream();
  let rules: RulesState = NO_RULES;
  let seq = 0;
  const team = { events: { value: [] as readonly TeamEvent[] } };
  const problems: unknown[] = [];
  const append = async (events: readonly TeamEvent[]) => {
    await stores.team.append(events);
    team.events.value = [...team.events.value, ...events];
  };
  const happens = (event: JournalEvent) => {
    seq += 1;
    rules = foldRules(rules, { seq, source: 'agent', event }, pack, BEIJING);
    journal.record('sip', event);
  };
  /** Passes the script's steps until the promise was said. */
  const promise = () => {
    for (const event of PROMISED) happens(event);
    for (let steps = 0; steps < 10; steps += 1) {
      const run = callRules(rules, call)?.run ?? null;
      if (run === null) return;
      const { situation, step } = run;
      happens({ type: 'step-done', call, at: SAID_AT, situation, step, how: 'done' });
      if (step === 'promise-call-back') return;
    }
  };
  const start = (store = { append }) => {
    const recorder = new FollowUpRecorder({
      ...{ journal, team },
      rules: { facts: (id) => callRules(rules, id)?.facts ?? null },
      stores: { team: store, notes: stores.notes },
      settings: { value: { agentNumber: '0283' } },
      packs: { pack, key: 'shipped' },
      // Ten in the morning at the workstation: the supervisor is at work.
      utcOffsetMinutes: () => -new Date(MORNING).getTimezoneOffset(),
      serverClock: { offset: null },
      facts: { report: (problem: unknown) => void problems.push(problem) },
      now: () => profile.now,
    });
    recorder.start();
    return recorder;
  };
  return { journal, team, problems, happens, promise, start };
}

const kept = async () => (await stores.team.load()).events;

describe('the phone host stores what a call left to do', () => {
  test('when it ends, with the time of the promise, the caller and the note', async () => {
    const { happens, promise, start } = bed();
    start();
    const contact = { ...remoteParty, kind: 'call', call, direction: 'inbound', startedAt: MORNING } as const;
    const note = await stores.notes.create(contact);
    promise();
    expect(await kept()).toEqual([]);
    happens(ended({ how: 'hung-up', by: 'remote-party' }));
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1), { timeout: 10_000 });
    expect(await kept()).toMatchObject([
      {
        ...{ type: 'follow-up-left', call, what: 'work-order', by: '0283', surname: '王', note },
        ...{ saidAt: SAID_AT, dueAt: SAID_AT + 10 * MINUTE, number: remoteParty.number },
      },
    ]);
  });

  test('the fields that its note still needs, by name; not those that were filled in', async () => {
    const { happens, start } = bed();
    start();
    const contact = { ...remoteParty, kind: 'call', call, direction: 'inbound', startedAt: MORNING } as const;
    const note = await stores.notes.create(contact, { surname: '王' });
    for (const event of PROMISED.slice(0, 3)) happens(event);
    const at = MORNING + MINUTE;
    happens({ type: 'situation-picked', call, at, situation: 'no-history', by: 'agent' });
    happens({ type: 'step-done', call, at, situation: 'no-history', step: 'ask-again', how: 'done' });
    happens(ended({ how: 'hung-up', by: 'remote-party' }));
    happens({ type: 'wrap-up-finished', call, at: MORNING + 5 * MINUTE });
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1), { timeout: 10_000 });
    expect(await kept()).toMatchObject([{ what: 'note-fields', note, fields: ['matter'] }]);
  });

  test('nothing where nothing was promised', async () => {
    const { happens, start, team } = bed();
    const recorder = start();
    for (const event of PROMISED) happens(event);
    happens(ended({ how: 'hung-up', by: 'remote-party' }));
    recorder.stop();
    expect(team.events.value).toEqual([]);
  });

  test('of a call that an earlier host lost, at its start, and once', async () => {
    const { happens, promise, start, team } = bed();
    promise();
    happens(ended({ how: 'lost' }));
    start().stop();
    await vi.waitFor(() => expect(team.events.value).toHaveLength(1), { timeout: 10_000 });
    start().stop();
    start().stop();
    await vi.waitFor(async () => expect(await kept()).toHaveLength(1));
    expect(team.events.value).toHaveLength(1);
  });

  test('a store that fails is reported, not swallowed', async () => {
    const { happens, promise, start, problems } = bed();
    const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
    start({ append: () => Promise.reject(new Error('full')) });
    promise();
    happens(ended({ how: 'hung-up', by: 'agent' }));
    await vi.waitFor(() => expect(problems).toEqual([{ storage: 'failed' }]), { timeout: 10_000 });
    failed.mockRestore();
  });
});
