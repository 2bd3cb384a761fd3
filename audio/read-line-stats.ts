import type { LineStats } from './line-stats.ts';

/** The remote audio of a getStats report (webrtc-stats, RTCInboundRtpStreamStats); null before there is any. */
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
