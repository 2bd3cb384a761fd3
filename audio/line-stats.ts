import type { Instant } from '../calls/call-event.ts';

/** The remote audio in getStats, counted from the start of the call. Null: not reported. */
export interface LineStats {
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly jitterMs: number | null;
  readonly concealedSamples: number | null;
  readonly totalSamples: number | null;
}

const WINDOW_MS = 5_000;
/** A share needs at least this many packets (about a second). */
const LEAST_PACKETS = 40;

export interface LinePackets {
  readonly readings: readonly { readonly at: Instant; readonly stats: LineStats }[];
  /** When the last packet came; before the first packet, when the analysis began. */
  readonly lastPacketAt: Instant;
  readonly lossShare: number | null;
  readonly concealedShare: number | null;
  readonly jitterMs: number | null;
}

export function packetsFrom(at: Instant): LinePackets {
  return { readings: [], lastPacketAt: at, lossShare: null, concealedShare: null, jitterMs: null };
}

export function foldPackets(before: LinePackets, at: Instant, stats: LineStats): LinePackets {
  const last = before.readings.at(-1);
  const grew = stats.packetsReceived > (last?.stats.packetsReceived ?? 0);
  const readings = [...before.readings.filter((reading) => at - reading.at <= WINDOW_MS), { at, stats }];
  const first = readings[0]?.stats ?? stats;
  const lost = Math.max(0, stats.packetsLost - first.packetsLost);
  const expected = stats.packetsReceived - first.packetsReceived + lost;
  return {
    readings,
    lastPacketAt: grew ? at : before.lastPacketAt,
    lossShare: expected < LEAST_PACKETS ? null : lost / expected,
    concealedShare: share(first, stats),
    jitterMs: stats.jitterMs,
  };
}

function share(first: LineStats, last: LineStats): number | null {
  if (last.concealedSamples === null || last.totalSamples === null) return null;
  const played = last.totalSamples - (first.totalSamples ?? 0);
  return played > 0 ? (last.concealedSamples - (first.concealedSamples ?? 0)) / played : null;
}

/**
 * Reads RTCInboundRtpStreamStats (webrtc-stats) of the remote audio; null if there are none yet.
 */
export function readLineStats(report: Iterable<readonly [string, unknown]>): LineStats | null {
  for (const [, entry] of report) {
    if (typeof entry !== 'object' || entry === null) continue;
    const read = (name: string): unknown => Reflect.get(entry, name);
    if (read('type') !== 'inbound-rtp' || (read('kind') ?? read('mediaType')) !== 'audio') continue;
    const jitter = numberOrNull(read('jitter'));
    return {
      packetsReceived: numberOrNull(read('packetsReceived')) ?? 0,
      packetsLost: numberOrNull(read('packetsLost')) ?? 0,
      jitterMs: jitter === null ? null : jitter * 1000,
      concealedSamples: numberOrNull(read('concealedSamples')),
      totalSamples: numberOrNull(read('totalSamplesReceived')),
    };
  }
  return null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
