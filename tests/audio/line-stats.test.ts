import { describe, expect, test } from 'vitest';
import { foldPackets, type LinePackets, packetsFrom, readLineStats } from '../../audio/line-stats.ts';

const SILENT = { jitterMs: 4, concealedSamples: null, totalSamples: null };

function afterSeconds(counts: readonly (readonly [received: number, lost: number])[]): LinePackets {
  return counts.reduce(
    (packets, [packetsReceived, packetsLost], second) =>
      foldPackets(packets, (second + 1) * 1000, { ...SILENT, packetsReceived, packetsLost }),
    packetsFrom(0),
  );
}

describe('the statistics of the line', () => {
  test('packets come, none is lost', () => {
    const packets = afterSeconds([
      [50, 0],
      [100, 0],
    ]);
    expect(packets).toMatchObject({ lastPacketAt: 2000, lossShare: 0 });
  });

  test('no packet since the analysis began', () => {
    expect(
      afterSeconds([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ lastPacketAt: 0, lossShare: null });
  });

  test('loss is counted over five seconds, not over the call', () => {
    const bad = Array.from({ length: 4 }, (_, s) => [50 * (s + 1) - 10 * s, 10 * s] as const);
    const good = Array.from({ length: 8 }, (_, s) => [170 + 50 * (s + 1), 30] as const);
    expect(afterSeconds(bad).lossShare).toBeCloseTo(0.2);
    expect(afterSeconds([...bad, ...good]).lossShare).toBe(0);
  });

  test('the inbound audio report is read, others are ignored', () => {
    const report = new Map<string, unknown>([
      ['C1', { type: 'codec', mimeType: 'audio/PCMU' }],
      ['V1', { type: 'inbound-rtp', kind: 'video', packetsReceived: 9 }],
      ['A1', { type: 'inbound-rtp', kind: 'audio', packetsReceived: 120, packetsLost: 3, jitter: 0.02 }],
    ]);
    expect(readLineStats(report)).toEqual({
      packetsReceived: 120,
      packetsLost: 3,
      jitterMs: 20,
      concealedSamples: null,
      totalSamples: null,
    });
    expect(readLineStats(new Map())).toBeNull();
  });
});
