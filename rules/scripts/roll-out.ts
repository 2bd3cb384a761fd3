import type { Instant } from '../../calls/call-event.ts';
import type { Release, ReleaseBody } from '../../contract/release/release.ts';
import { isNewer } from '../../contract/release/verify-release.ts';

/** A release that this browser has received, with the times of receipt and use. */
export interface HeldRelease {
  readonly release: Release;
  readonly since: Instant;
  /** When its change note was dismissed. */
  readonly readAt: Instant | null;
}

export interface Choice {
  /** The release to use from now on; null: no change. */
  readonly next: HeldRelease | null;
  /** The release that waits for its start time or for the end of the call. */
  readonly waiting: readonly HeldRelease[];
  /** When to choose again; null: only after the next event. */
  readonly again: Instant | null;
}

export function isMeantFor({ audience }: Pick<ReleaseBody, 'audience'>, agentNumber: string): boolean {
  return audience.to === 'team' || audience.agents.includes(agentNumber);
}

/** The newest release whose start time has come is used, but never changed during a call. */
export function chooseRelease(
  inUse: HeldRelease | null,
  waiting: readonly HeldRelease[],
  callIsUp: boolean,
  now: Instant,
): Choice {
  const newer = waiting.filter((held) => isAfter(held, inUse));
  const starts = newer.flatMap(({ release: { startsAt } }) =>
    startsAt !== null && startsAt > now ? startsAt : [],
  );
  const again = starts.length === 0 ? null : Math.min(...starts);
  const begun = newer.filter(({ release: { startsAt } }) => startsAt === null || startsAt <= now);
  const next = begun.reduce<HeldRelease | null>((best, held) => (isAfter(held, best) ? held : best), null);
  if (next === null || callIsUp) return { next: null, waiting: newer, again };
  return { next, waiting: newer.filter((held) => isAfter(held, next)), again };
}

function isAfter(one: HeldRelease, other: HeldRelease | null): boolean {
  return other === null || isNewer(one.release, other.release);
}
