import type { Instant } from '../../calls/call-event.ts';
import { type RingCadence, ringLength } from '../../contract/pack/ring-cadence.ts';

/**
 * Where a ringing call stands. Rings count from 1; one ring is one full on-and-off cycle of the
 * cadence.
 */
export interface RingMoment {
  /** The ring now sounding. Its last millisecond is the one before the next ring begins. */
  readonly ring: number;
  readonly phase: 'on' | 'off';
  /** Time into this ring, ms. */
  readonly intoRingMs: number;
  /** Until the end of the last timely ring, ms; 0 once late. */
  readonly msToLimitEnd: number;
  /** `urgent`: the last timely ring sounds; `late`: it is over. */
  readonly urgency: 'calm' | 'urgent' | 'late';
  /** When the ring or the phase next changes. */
  readonly nextChangeAt: Instant;
}

/**
 * The count starts with the first ring presented (handbook §1.1). A time before the start counts
 * as the start.
 */
export function ringAt(startedAt: Instant, now: Instant, cadence: RingCadence, limit: number): RingMoment {
  const length = ringLength(cadence);
  const elapsed = Math.max(0, now - startedAt);
  const ring = Math.floor(elapsed / length) + 1;
  const intoRingMs = elapsed % length;
  const { phase, endsMs } = phaseAt(cadence, intoRingMs);
  return {
    ring,
    phase,
    intoRingMs,
    msToLimitEnd: Math.max(0, limit * length - elapsed),
    urgency: ring > limit ? 'late' : ring === limit ? 'urgent' : 'calm',
    nextChangeAt: startedAt + (ring - 1) * length + endsMs,
  };
}

/**
 * Rings presented until the answer, the one that was cut short included: an answer at once is on
 * ring 1.
 */
export function ringsBeforeAnswer(startedAt: Instant, answeredAt: Instant, cadence: RingCadence): number {
  return Math.floor(Math.max(0, answeredAt - startedAt) / ringLength(cadence)) + 1;
}

/**
 * Late from the very millisecond at which ring `limit` is over and the next begins; one
 * millisecond earlier is in time. With the Chinese cadence and three rings that is 15 s, the
 * answer limit of GB/T 33358-2016.
 */
export function isLate(
  startedAt: Instant,
  answeredAt: Instant,
  cadence: RingCadence,
  limit: number,
): boolean {
  return answeredAt - startedAt >= limit * ringLength(cadence);
}

function phaseAt(cadence: RingCadence, intoRingMs: number): { phase: 'on' | 'off'; endsMs: number } {
  let endsMs = 0;
  for (const [index, length] of cadence.entries()) {
    endsMs += length;
    if (intoRingMs < endsMs) return { phase: index % 2 === 0 ? 'on' : 'off', endsMs };
  }
  return { phase: 'off', endsMs };
}
