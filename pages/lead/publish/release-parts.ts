import type { Pack } from '../../../contract/pack/pack.ts';
import { changedPlaces, withChanges } from '../../../contract/release/changed-places.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import { sameValue } from '../../../contract/release/same-value.ts';
import type { PendingRelease } from '../../../rules/releases/plan-releases.ts';
import { authorOf, type ReleaseHead, startOf } from '../../../rules/releases/release-line.ts';
import type { AuthorsAt } from '../draft/authors-at.ts';
import { readDraft } from '../draft/read-draft.ts';
import type { ReleasePart } from '../frame/server-view.ts';

interface Compared {
  /** What the audience has in use. */
  readonly base: Pack;
  readonly draft: Pack;
  readonly pending: readonly PendingRelease[];
  readonly authorsAt: AuthorsAt;
  readonly me: string;
  readonly now: number;
}

/** A part with the places that it changes. */
export type PlacedPart = ReleasePart & { readonly places: readonly string[] };

/**
 * The changes of the draft by who made them, and whether they are only drafted, tried by a first
 * group or scheduled: a release carries somebody else's only if the lead says so.
 */
export function releaseParts({ base, draft, pending, authorsAt, me, now }: Compared): readonly PlacedPart[] {
  const { version } = base;
  const changes = changedPlaces(base, { ...draft, version });
  const released = pending.map(({ head, after }) => ({
    head,
    changes: changedPlaces(base, { ...after, version }),
  }));
  const parts = new Map<string, { by: readonly string[]; head: ReleaseHead | null; places: string[] }>();
  for (const [place, value] of changes) {
    const head =
      released.findLast((one) => one.changes.has(place) && sameValue(one.changes.get(place), value))?.head ??
      null;
    const known = authorsAt(place);
    const by = known.length === 0 && head !== null ? [authorOf(head)] : known;
    const id = `${head?.sequence ?? 'draft'} ${by.join(' ')}`;
    const part = parts.get(id) ?? { by, head, places: [] };
    part.places.push(place);
    parts.set(id, part);
  }
  return [...parts]
    .map(([id, { by, head, places }]): PlacedPart => {
      const chosen = new Set(places);
      const after = withChanges(base, draft, (place) => chosen.has(place));
      const read = readDraft(after);
      const state = head === null ? 'draft' : startOf(head) > now ? 'scheduled' : 'canary';
      const isOwn = by.length > 0 && by.every((one) => one === me);
      return {
        ...{ id, by, state, isOwn, places },
        release: head === null ? null : { sequence: head.sequence, startsAt: head.startsAt },
        changes: read.ok ? diffPacks(base, read.draft) : [],
      };
    })
    .sort((one, other) => rank(one) - rank(other));
}

/** The lead's own changes; those of a running canary only if there is nothing else. */
export function defaultParts(parts: readonly ReleasePart[]): readonly string[] {
  const own = (state: ReleasePart['state']) =>
    parts.filter((part) => part.isOwn && part.state === state).map(({ id }) => id);
  const drafted = own('draft');
  return drafted.length > 0 ? drafted : own('canary');
}

/** The base with the chosen parts; null if they do not make a pack without the others. */
export function packOfParts(
  base: Pack,
  draft: Pack,
  parts: readonly PlacedPart[],
  chosen: readonly string[],
): Pack | null {
  if (parts.every(({ id }) => chosen.includes(id))) return draft;
  const places = new Set(parts.filter(({ id }) => chosen.includes(id)).flatMap((part) => part.places));
  const read = readDraft(withChanges(base, draft, (place) => places.has(place)));
  return read.ok ? read.draft : null;
}

function rank({ isOwn, state }: ReleasePart): number {
  return (isOwn ? 0 : 3) + ['draft', 'canary', 'scheduled'].indexOf(state);
}
