import type { ReleaseBody } from '../../contract/release/release.ts';
import type { DueReleases } from '../../contract/release/release-messages.ts';

type Head = Pick<ReleaseBody, 'sequence' | 'startsAt' | 'audience'> & { readonly digest: string };

/** The newest that has begun and those after it that have not, of what is meant for this agent. Oldest first. */
export function dueReleases(
  newestFirst: readonly Head[],
  agent: string,
  now: number,
): DueReleases['releases'] {
  const meant = newestFirst.filter(
    ({ audience }) => audience.to === 'team' || audience.agents.includes(agent),
  );
  const current = meant.findIndex(({ startsAt }) => startsAt === null || startsAt <= now);
  const due = current < 0 ? meant : meant.slice(0, current + 1);
  return due.map(({ sequence, digest }) => ({ sequence, digest })).reverse();
}
