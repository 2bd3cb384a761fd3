import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { JournalEntry, JournalEvent } from '../../calls/journal-entry.ts';
import { noteFactsSchema } from '../../contract/note/note.ts';
import { finalizeFacts } from '../../storage/notes/finalize-facts.ts';

const call = 'call-1';
const remoteParty = { number: '13900001234', displayName: null };
const STORY: readonly JournalEvent[] = [
  { type: 'ringing', call, at: 0, remoteParty, queuedMs: 12_000 },
  { type: 'answering', call, at: 7_000, by: 'agent' },
  { type: 'answered', call, at: 7_100 },
  { type: 'situation-picked', call, at: 7_100, situation: 'greeting', by: 'event' },
  { type: 'step-done', call, at: 9_000, situation: 'greeting', step: 'hello', how: 'done' },
  { type: 'situation-picked', call, at: 20_000, situation: 'please-wait', by: 'agent' },
  { type: 'held', call, at: 22_000, holdOriginator: 'local' },
  { type: 'held', call, at: 23_000, holdOriginator: 'remote' },
  { type: 'resumed', call, at: 24_000, holdOriginator: 'remote' },
  { type: 'resumed', call, at: 30_000, holdOriginator: 'local' },
  { type: 'situation-picked', call, at: 31_000, situation: 'greeting', by: 'agent' },
  { type: 'muted', call, at: 40_000 },
  { type: 'held', call, at: 50_000, holdOriginator: 'local' },
  { type: 'ended', call, at: 60_000, end: { how: 'hung-up', by: 'remote-party' } },
];

describe('the facts of a finished call', () => {
  it('are counted from its journal alone', () => {
    expect(finalizeFacts(journal(STORY), call, 2)).toEqual({
      rings: 2,
      queuedMs: 12_000,
      answeredAt: 7_100,
      endedAt: 60_000,
      end: { how: 'hung-up', by: 'remote-party' },
      // Two holds by the agent, the second cut short by the end. The caller's hold does not count.
      holds: { count: 2, totalMs: 18_000 },
      mutes: { count: 1, totalMs: 20_000 },
      situations: ['greeting', 'please-wait'],
      steps: [{ situation: 'greeting', step: 'hello', how: 'done' }],
      forcedHangUps: 0,
      line: [],
      originalTarget: null,
    });
  });

  it('leave out what another call did, and what came after the end', () => {
    const other: JournalEvent = {
      type: 'hang-up-forced',
      call: 'b',
      at: 1,
      situation: 'x',
      pendingSteps: 1,
      pendingMs: 0,
    };
    const late: JournalEvent = {
      type: 'situation-picked',
      call,
      at: 61_000,
      situation: 'goodbye',
      by: 'agent',
    };
    const facts = finalizeFacts(journal([other, ...STORY, late]), call, 2);
    expect(facts).toMatchObject({ forcedHangUps: 0, situations: ['greeting', 'please-wait', 'goodbye'] });
  });

  it('of a missed call name no answer', () => {
    const missed = journal([
      { type: 'ringing', call, at: 0, remoteParty, queuedMs: null },
      { type: 'ended', call, at: 16_000, end: { how: 'given-up' } },
    ]);
    expect(finalizeFacts(missed, call, 4)).toMatchObject({
      rings: 4,
      answeredAt: null,
      end: { how: 'given-up' },
    });
  });

  it('keep what was wrong with the line, with its evidence; facts from before the line analyser have none', () => {
    const evidence = {
      ...{ speechDbfs: -30, noiseDbfs: -34, spreadDb: 9, silentMs: 0, noPacketsMs: 0 },
      ...{ lossShare: 0, jitterMs: 5, concealedShare: 0 },
    };
    const verdict = { finding: 'noisy', confidence: 0.9, evidence } as const;
    const judged: JournalEvent = { type: 'line-judged', call, at: 50_000, confidence: 0.9, verdict };
    const facts = finalizeFacts(journal([...STORY.slice(0, -1), judged, ...STORY.slice(-1)]), call, 2);
    const noisy = { finding: 'noisy', times: 1, totalMs: 10_000, speechDbfs: -30, noiseDbfs: -34 };
    expect(facts?.line).toEqual([{ ...noisy, lossShare: 0, jitterMs: 5 }]);
    expect(v.parse(noteFactsSchema, facts)).toEqual(facts);
    const { line: _, ...before } = facts ?? {};
    expect(v.parse(noteFactsSchema, before)).toEqual({ ...facts, line: [] });
  });

  it('are not there before the end', () => {
    expect(finalizeFacts(journal(STORY.slice(0, -1)), call, 2)).toBeNull();
  });
});

function journal(events: readonly JournalEvent[]): JournalEntry[] {
  return events.map((event, index) => ({ seq: index + 1, source: 'jssip', event }));
}
