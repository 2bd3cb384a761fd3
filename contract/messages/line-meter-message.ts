import type { CallId } from '../../calls/call-event.ts';

/**
 * Name of the BroadcastChannel of the line meter. Levels are shown, never journaled, and only sent
 * while the line analyser runs.
 */
export const LINE_METER_CHANNEL = 'sansheng-line-meter';

/** Number of segments for each side. */
export const METER_SEGMENTS = 5;

export interface SideReading {
  /** Lit segments, 0 to METER_SEGMENTS. */
  readonly segments: number;
  readonly detected: 'speech' | 'sound' | 'nothing';
}

export interface LineMeterMessage {
  readonly call: CallId;
  readonly remote: SideReading;
  /** Null: this side is not analysed. */
  readonly agent: SideReading | null;
}
