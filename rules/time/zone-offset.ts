import type { Instant } from '../../calls/call-event.ts';
import { localParts } from '../../contract/table/local-stamp.ts';

/**
 * A place on the clock: minutes ahead of UTC (480 in China), or the name of a time zone, whose
 * distance changes with the season.
 */
export type Zone = number | string;

/** Zones change their distance at full quarters of an hour of UTC. */
const STEP_MS = 15 * 60_000;
/** Distances that are remembered; more than the moments on one screen. */
const MOST_KNOWN = 20_000;
const known = new Map<string, number>();

/** Minutes by which the clock of a zone is ahead of UTC at a moment. */
export function offsetAt(zone: Zone, at: Instant): number {
  if (typeof zone === 'number') return zone;
  const step = Math.floor(at / STEP_MS);
  const key = `${zone} ${step}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const offset = minutesOfOffset(localParts(zone)(step * STEP_MS)?.offset ?? '');
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, offset);
  return offset;
}

/** `+08:00`; zones of long ago have seconds too. */
function minutesOfOffset(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  const distance = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -distance : distance;
}
