import { rmsOf } from './mulaw.ts';

/** Events 0–15 of RFC 4733 §3.2, in the order of their codes. */
const TONES = '0123456789*#ABCD';

/** What was heard from the agent so far. */
export interface ReceivedAudio {
  readonly packets: number;
  /** Root mean square of the newest window, 0…1 of full scale. */
  readonly rms: number;
  /** The loudest full window so far. */
  readonly peakRms: number;
}

export interface Listener {
  audio(payload: Uint8Array): void;
  /** One RFC 4733 packet; the many packets of one key press have one timestamp. */
  telephoneEvent(payload: Uint8Array, timestamp: number): void;
  received(): ReceivedAudio;
}

/**
 * Measures what comes in. A window is `windowFrames` packets of 20 ms: a second unless told
 * otherwise.
 */
export function openListener(on: { tone: (tone: string) => void }, windowFrames = 50): Listener {
  const squares: number[] = [];
  let packets = 0;
  let peakRms = 0;
  let lastTone: number | undefined;
  const rms = () => Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length));
  return {
    audio(payload) {
      packets++;
      squares.push(rmsOf(payload) ** 2);
      if (squares.length > windowFrames) squares.shift();
      if (squares.length === windowFrames) peakRms = Math.max(peakRms, rms());
    },
    telephoneEvent(payload, timestamp) {
      const tone = TONES[payload[0] ?? -1];
      if (tone === undefined || timestamp === lastTone) return;
      lastTone = timestamp;
      on.tone(tone);
    },
    received: () => ({ packets, rms: rms(), peakRms }),
  };
}
