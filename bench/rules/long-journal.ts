import type { JournalEntry, JournalEvent } from '../../calls/journal-entry.ts';

const START = Date.UTC(2026, 10, 23, 1);
/** An inbound floor at a normal pace: five minutes a call, one after the other. */
const CALL_MS = 300_000;

/**
 * `hours` of work as a journal: rings, greetings, scripts, a hold, and the two voices taking turns
 * every few seconds.
 */
export function longJournal(hours: number): readonly JournalEntry[] {
  const events: JournalEvent[] = [];
  for (let n = 0; n < (hours * 3_600_000) / CALL_MS; n += 1) {
    events.push(...oneCall(`call-${n}`, START + n * CALL_MS, n));
  }
  return events.map((event, index) => ({ seq: index + 1, source: 'replay', event }));
}

function oneCall(call: string, from: number, n: number): readonly JournalEvent[] {
  const events: JournalEvent[] = [];
  const on = (second: number, event: object) =>
    events.push({ ...event, call, at: from + second * 1000 } as JournalEvent);
  on(0, {
    type: 'ringing',
    queuedMs: null,
    remoteParty: { number: `+86 139 0000 ${String(1000 + n)}`, displayName: null },
  });
  on(7, { type: 'answering', by: 'agent' });
  on(7, { type: 'answered' });
  on(11, { type: 'step-done', situation: 'greeting', step: 'greet', how: 'done' });
  for (let second = 12; second < 280; second += 4) {
    on(second, { type: 'speech-began', side: 'remote', confidence: 1 });
    on(second + 1.5, { type: 'silence-began', side: 'remote', confidence: 1 });
    on(second + 2, { type: 'speech-began', side: 'agent', confidence: 1 });
    on(second + 3.5, { type: 'silence-began', side: 'agent', confidence: 1 });
    if (second % 60 === 0) on(second + 3.6, { type: 'noise-began', confidence: 1 });
    if (second % 60 === 20) on(second + 3.6, { type: 'noise-ended', confidence: 1 });
  }
  on(60, { type: 'situation-picked', situation: 'complaint-intake', by: 'agent' });
  on(90, { type: 'step-done', situation: 'complaint-intake', step: 'listen', how: 'done' });
  on(100, { type: 'caller-named', surname: '王', title: 'ms' });
  on(120, { type: 'wait-asked', of: 'hold' });
  on(125, { type: 'held', holdOriginator: 'local' });
  on(200, { type: 'resumed', holdOriginator: 'local' });
  on(205, { type: 'step-done', situation: 'back-from-wait', step: 'thank', how: 'done' });
  on(260, { type: 'situation-picked', situation: 'goodbye', by: 'agent' });
  on(265, { type: 'step-done', situation: 'goodbye', step: 'close', how: 'done' });
  on(285, { type: 'ended', end: { how: 'hung-up', by: 'remote-party' } });
  return events.sort((one, other) => one.at - other.at);
}
