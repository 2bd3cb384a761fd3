import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import { lineTroubles } from '../../calls/line-troubles.ts';
import type { LineEvidence, LineFinding } from '../../calls/line-verdict.ts';

const call = 'a';
const NOTHING: LineEvidence = {
  ...{ speechDbfs: null, noiseDbfs: null, spreadDb: null, silentMs: 0, noPacketsMs: 0 },
  ...{ lossShare: 0, jitterMs: 4, concealedShare: 0 },
};

function judged(second: number, finding: LineFinding, evidence: Partial<LineEvidence> = {}): JournalEvent {
  const verdict = { finding, confidence: 1, evidence: { ...NOTHING, ...evidence } };
  return { type: 'line-judged', call, at: second * 1000, confidence: 1, verdict };
}

describe('what was wrong with the line of one call', () => {
  test('nothing on a clear line, or on hold', () => {
    expect(lineTroubles([judged(5, 'on-hold'), judged(20, 'clear')], 30_000)).toEqual([]);
  });

  test('each finding once: how often, how long altogether, and the levels of its longest time', () => {
    const events = [
      judged(5, 'noisy', { speechDbfs: -30, noiseDbfs: -38 }),
      judged(8, 'clear'),
      judged(20, 'noisy', { speechDbfs: -30, noiseDbfs: -34 }),
      judged(30, 'packets-lost', { lossShare: 0.12, jitterMs: 40 }),
    ];
    expect(lineTroubles(events, 34_000)).toEqual([
      {
        finding: 'noisy',
        times: 2,
        totalMs: 13_000,
        speechDbfs: -30,
        noiseDbfs: -34,
        lossShare: 0,
        jitterMs: 4,
      },
      {
        ...{ finding: 'packets-lost', times: 1, totalMs: 4_000, speechDbfs: null, noiseDbfs: null },
        ...{ lossShare: 0.12, jitterMs: 40 },
      },
    ]);
  });

  test('a silence counts from its beginning, not from when it was worth a word', () => {
    expect(lineTroubles([judged(10, 'nobody-speaks', { silentMs: 6_000 })], 12_000)).toMatchObject([
      { finding: 'nobody-speaks', totalMs: 8_000 },
    ]);
    expect(lineTroubles([judged(10, 'no-media', { noPacketsMs: 3_000 })], 12_000)).toMatchObject([
      { finding: 'no-media', totalMs: 5_000 },
    ]);
  });

  test('no second counts twice, though the caller was silent through all of them', () => {
    const again = [
      judged(10, 'nobody-speaks', { silentMs: 6_000 }),
      judged(14, 'clear'),
      judged(20, 'nobody-speaks', { silentMs: 16_000 }),
    ];
    expect(lineTroubles(again, 24_000)).toMatchObject([{ times: 2, totalMs: 20_000 }]);
  });

  test('what the agent switched off in mid-call is not counted on', () => {
    const off: JournalEvent = { type: 'listening-stopped', call, at: 12_000, confidence: 1 };
    expect(lineTroubles([judged(10, 'faint', { speechDbfs: -46 }), off], 60_000)).toMatchObject([
      { finding: 'faint', totalMs: 2_000, speechDbfs: -46 },
    ]);
  });
});
