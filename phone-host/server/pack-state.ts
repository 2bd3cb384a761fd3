import type { Instant } from '../../calls/call-event.ts';
import type { PackState } from '../../contract/messages/pack-message.ts';
import type { HeldRelease } from '../../rules/scripts/roll-out.ts';

/** What a page shows of the releases in this browser. */
export function packState(
  inUse: HeldRelease | null,
  waiting: readonly HeldRelease[],
  refused: PackState['refused'],
  now: Instant,
): PackState {
  return { inUse: inUse === null ? null : inUseOf(inUse), waiting: waitingOf(waiting.at(-1), now), refused };
}

function inUseOf({ release, since, readAt }: HeldRelease): PackState['inUse'] {
  const { digest, sequence, by, message, expiresAt, pack } = release;
  return { digest, sequence, version: pack.version, by, message, since, readAt, expiresAt };
}

function waitingOf(held: HeldRelease | undefined, now: Instant): PackState['waiting'] {
  if (held === undefined) return null;
  const { sequence, pack, startsAt } = held.release;
  const begins = startsAt !== null && startsAt > now ? startsAt : null;
  return { sequence, version: pack.version, since: held.since, startsAt: begins };
}
