import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';
import { mergeValues } from '../../contract/release/merge-values.ts';
import type { Audience } from '../../contract/release/release.ts';
import { sameValue } from '../../contract/release/same-value.ts';
import { type ReleaseHead, reachesAll, startOf } from './release-line.ts';

/** A canary or a scheduled release, with the pack that it was made on. */
export interface PendingRelease {
  readonly head: ReleaseHead;
  readonly before: Pack;
  readonly after: Pack;
}

/** What a lead publishes. `before`: what its audience has in use. */
export interface NewRelease {
  readonly audience: Audience;
  /** Null: at once. */
  readonly startsAt: Instant | null;
  readonly before: Pack;
  readonly after: Pack;
}

/** One document to sign. */
export interface PlannedRelease {
  readonly audience: Audience;
  readonly startsAt: Instant | null;
  readonly pack: Pack;
  /** The pending release whose changes it repeats; null: the lead's own. */
  readonly repeats: ReleaseHead | null;
}

export interface ReleasePlan {
  /** In the order of their sequence; the lead's own release is the first. */
  readonly releases: readonly PlannedRelease[];
  /** Pending releases whose changes the new one carries. */
  readonly carried: readonly ReleaseHead[];
  /** Pending releases that changed the same place: a lead has to decide. */
  readonly conflicts: readonly ReleaseHead[];
}

interface Layer {
  readonly head: ReleaseHead | null;
  readonly audience: Audience;
  readonly start: Instant;
  readonly before: Pack;
  readonly after: Pack;
}

const TEAM: Audience = { to: 'team' };

/**
 * What has to be published so that the new release reaches its audience, and every canary and
 * scheduled release stays as it was: a browser uses its newest release, so those that would be
 * dropped are repeated on top of the new pack, each for its own audience and at its own time.
 */
export function planReleases(
  added: NewRelease,
  pending: readonly PendingRelease[],
  now: Instant,
): ReleasePlan {
  const own: Layer = { ...added, head: null, start: added.startsAt ?? now };
  const carried = pending.filter((one) => isCarried(one, own));
  const layers = pending
    .filter((one) => !carried.includes(one))
    .map(
      ({ head, before, after }): Layer => ({
        ...{ head, before, after, audience: head.audience },
        start: Math.max(startOf(head), now),
      }),
    )
    .sort((one, other) => one.start - other.start);
  const conflicts = new Set<ReleaseHead>();
  const releases: PlannedRelease[] = [];
  for (const at of momentsFrom(own.start, layers)) {
    for (const audience of audiencesUnder(own, layers)) {
      const reaching = layers.filter((one) => one.start <= at && reachesAll(one.audience, audience));
      const isOwn = isSame(audience, own.audience);
      const repeated = reaching.findLast((one) => isSame(one.audience, audience))?.head ?? null;
      if (at !== own.start && !reaching.some(({ start }) => start === at)) continue;
      if (!isOwn && repeated === null) continue;
      const { pack, failed } = stacked(own, reaching);
      for (const head of failed) conflicts.add(head);
      const repeats = isOwn && at === own.start ? null : repeated;
      if (repeats !== null && failed.includes(repeats)) continue;
      releases.push({ audience, startsAt: at > now ? at : null, pack, repeats });
    }
  }
  return { releases, carried: carried.map(({ head }) => head), conflicts: [...conflicts] };
}

/** All changes on top of one another: the team's before a group's, the earlier before the later. */
function stacked(
  own: Layer,
  layers: readonly Layer[],
): { readonly pack: Pack; readonly failed: readonly ReleaseHead[] } {
  const isTeams = ({ audience }: Layer) => audience.to === 'team';
  const order = [...layers.filter(isTeams), ...layers.filter((layer) => !isTeams(layer))];
  let pack = own.after;
  const failed: ReleaseHead[] = [];
  for (const layer of order) {
    const next = merge(layer, pack);
    if (next !== null) pack = next;
    else if (layer.head !== null) failed.push(layer.head);
  }
  return { pack, failed };
}

/** Null if both changed the same place, or if the result is no valid pack. */
function merge({ before, after }: Pick<Layer, 'before' | 'after'>, onto: Pack): Pack | null {
  const { version } = onto;
  const merged = mergeValues({ before: { ...before, version }, mine: { ...after, version }, theirs: onto });
  if (!merged.merged) return null;
  if (sameValue(merged.value, onto)) return onto;
  const parsed = parsePack(merged.value);
  return parsed.ok ? parsed.pack : null;
}

function isCarried({ head, before, after }: PendingRelease, own: Layer): boolean {
  if (!reachesAll(own.audience, head.audience)) return false;
  // A group's next release is made on top of what the group has.
  if (own.audience.to === 'group' && startOf(head) <= own.start && head.audience.to === 'group') return true;
  const both = merge({ before, after }, own.after);
  return both !== null && sameValue(both, own.after);
}

function momentsFrom(start: Instant, layers: readonly Layer[]): readonly Instant[] {
  const later = layers.map((layer) => layer.start).filter((at) => at > start);
  return [...new Set([start, ...later])].sort((one, other) => one - other);
}

/** The audiences whose newest release the new one would be, the widest first. */
function audiencesUnder(own: Layer, layers: readonly Layer[]): readonly Audience[] {
  const groups = layers.map(({ audience }) => audience).filter(({ to }) => to === 'group');
  const all = [own.audience, TEAM, ...groups].filter((audience) => reachesAll(own.audience, audience));
  return all.filter((audience, n) => all.findIndex((one) => isSame(one, audience)) === n);
}

function isSame(one: Audience, other: Audience): boolean {
  return reachesAll(one, other) && reachesAll(other, one);
}
