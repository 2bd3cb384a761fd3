import type { Instant } from '../../calls/call-event.ts';
import type { Audience, ReleaseBody } from '../../contract/release/release.ts';

/** A release as the team's history lists it, without its pack. */
export interface ReleaseHead
  extends Pick<ReleaseBody, 'sequence' | 'issuedAt' | 'startsAt' | 'audience' | 'by' | 'message'> {
  readonly version: string;
  readonly rebases?: ReleaseBody['rebases'];
  readonly ends?: ReleaseBody['ends'];
}

export function startOf({ startsAt, issuedAt }: Pick<ReleaseHead, 'startsAt' | 'issuedAt'>): Instant {
  return startsAt ?? issuedAt;
}

/** Whether everybody in `narrow` belongs to `wide`. */
export function reachesAll(wide: Audience, narrow: Audience): boolean {
  if (wide.to === 'team') return true;
  return narrow.to === 'group' && narrow.agents.every((agent) => wide.agents.includes(agent));
}

/** The release that the whole audience has in use; null: the pack that came with the extension. */
export function inUseOf(
  history: readonly ReleaseHead[],
  audience: Audience,
  now: Instant,
): ReleaseHead | null {
  return newest(history.filter((one) => startOf(one) <= now && reachesAll(one.audience, audience)));
}

/** The team's release under this one, which says what this one changed. */
export function releaseUnder(history: readonly ReleaseHead[], head: ReleaseHead): ReleaseHead | null {
  return newest(
    history.filter(
      (one) => one.audience.to === 'team' && one.sequence < head.sequence && startOf(one) <= startOf(head),
    ),
  );
}

/** The lead whose changes a release carries: it may repeat another lead's release. */
export function authorOf({ by, rebases }: Pick<ReleaseHead, 'by' | 'rebases'>): string {
  return rebases?.by ?? by;
}

/**
 * What became of a release. `canary`: a first group uses it. `scheduled`: it starts later.
 * `overtaken`: it was to start or to stay, but a later release without it is used instead.
 */
export type ReleaseFate = 'in-use' | 'canary' | 'scheduled' | 'overtaken' | 'replaced';

export function fateOf(history: readonly ReleaseHead[], head: ReleaseHead, now: Instant): ReleaseFate {
  const { audience, startsAt } = head;
  const later = history.filter(({ sequence }) => sequence > head.sequence);
  const over = later.filter(
    (one) => startOf(one) <= Math.max(startOf(head), now) && reachesAll(one.audience, audience),
  );
  if (over.length === 0) {
    if (startOf(head) > now) return 'scheduled';
    return audience.to === 'team' ? 'in-use' : 'canary';
  }
  if (later.some((one) => carriesOn(one, head))) return 'replaced';
  const wasUsed = startsAt === null || over.every((one) => startOf(one) > startsAt);
  // A later release for the same group was made on top of this one.
  const isBuiltOn = audience.to === 'team' || over.some((one) => one.audience.to === 'group');
  return wasUsed && isBuiltOn ? 'replaced' : 'overtaken';
}

/** Whether the later release repeats the other one, or ended it knowingly. */
function carriesOn(later: ReleaseHead, head: ReleaseHead): boolean {
  if (later.ends?.includes(head.sequence) === true) return true;
  if (later.rebases?.sequence === head.sequence) return true;
  return later.version === head.version && reachesAll(later.audience, head.audience);
}

/** Canaries and scheduled releases, oldest first: changes that not everybody has. */
export function pendingReleases(history: readonly ReleaseHead[], now: Instant): readonly ReleaseHead[] {
  return history
    .filter((head) => ['canary', 'scheduled'].includes(fateOf(history, head, now)))
    .sort((one, other) => one.sequence - other.sequence);
}

function newest(history: readonly ReleaseHead[]): ReleaseHead | null {
  return history.reduce<ReleaseHead | null>(
    (best, one) => (best === null || one.sequence > best.sequence ? one : best),
    null,
  );
}
