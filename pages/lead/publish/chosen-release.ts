import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import type { PackChange } from '../../../contract/release/pack-change.ts';
import type { Audience } from '../../../contract/release/release.ts';
import {
  type PendingRelease,
  planReleases,
  type ReleasePlan,
} from '../../../rules/releases/plan-releases.ts';
import { inUseOf, type ReleaseHead } from '../../../rules/releases/release-line.ts';
import type { AuthorsAt } from '../draft/authors-at.ts';
import { problemsOfDraft } from '../draft/read-draft.ts';
import type { ReleaseChoice } from '../frame/server-view.ts';
import { defaultParts, type PlacedPart, packOfParts, releaseParts } from './release-parts.ts';

/** What would be published, and what that needs. */
export interface ChosenRelease {
  readonly audience: Audience;
  /** The release that the audience has in use. */
  readonly under: ReleaseHead | null;
  readonly base: Pack;
  readonly parts: readonly PlacedPart[];
  readonly chosen: readonly string[];
  readonly pack: Pack;
  readonly changes: readonly PackChange[];
  readonly problems: number;
  readonly plan: ReleasePlan;
}

interface Known {
  readonly draft: Pack;
  readonly heads: readonly ReleaseHead[];
  readonly pending: readonly PendingRelease[];
  /** The pack of a release; of null, the one that came with the extension. */
  readonly packOf: (head: ReleaseHead | null) => Pack;
  readonly authorsAt: AuthorsAt;
  readonly me: string;
  readonly now: Instant;
}

function audienceOf(group: readonly string[] | null): Audience {
  return group === null ? { to: 'team' } : { to: 'group', agents: [...group] };
}

export function chosenRelease(
  { draft, heads, pending, packOf, authorsAt, me, now }: Known,
  { group, startsAt, parts: asked }: ReleaseChoice,
): ChosenRelease {
  const audience = audienceOf(group);
  const under = inUseOf(heads, audience, now);
  const base = packOf(under);
  const parts = releaseParts({ base, draft, pending, authorsAt, me, now });
  const chosen =
    asked === null ? defaultParts(parts) : parts.map(({ id }) => id).filter((id) => asked.includes(id));
  const read = packOfParts(base, draft, parts, chosen);
  const pack = read ?? base;
  const problems = read === null ? 1 : problemsOfDraft(pack).length;
  const changes = diffPacks({ ...base, version: pack.version }, pack);
  const added = { audience, startsAt, before: base, after: pack };
  return {
    ...{ audience, under, base, parts, chosen, pack, changes, problems },
    plan: problems > 0 ? NO_PLAN : planReleases(added, pending, now),
  };
}

const NO_PLAN: ReleasePlan = { releases: [], carried: [], conflicts: [] };
