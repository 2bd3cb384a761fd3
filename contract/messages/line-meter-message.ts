import type { CallId } from '../../calls/call-event.ts';

/**
 * Name of the BroadcastChannel on which the line meter goes by: shown, never journaled, and only
 * while a call is heard.
 */
export const LINE_METER_CHANNEL = 'sansheng-line-meter';

/** Lamps that a side can light. */
export const METER_SEGMENTS = 5;

export interface SideReading {
  /** Lamps lit, 0 to METER_SEGMENTS. */
  readonly segments: number;
  readonly detected: 'speech' | 'sound' | 'nothing';
}

export interface LineMeterMessage {
  readonly call: CallId;
  readonly remote: SideReading;
  /** Null: this side is not listened to. */
  readonly agent: SideReading | null;
}
