import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Audience } from '../../../contract/release/release.ts';
import { planReleases } from '../../../rules/releases/plan-releases.ts';
import { inUseOf, pendingReleases, type ReleaseHead, startOf } from '../../../rules/releases/release-line.ts';
import { type ReleasePacks, withPacks } from './release-packs.ts';
import type { Sending } from './send-releases.ts';

interface Known {
  readonly heads: readonly ReleaseHead[];
  readonly packs: ReleasePacks;
  readonly packUnder: (head: ReleaseHead | null) => Pack;
}

/** The pack of an earlier release, to everybody and at once. Ends all canaries. */
export function rollBack(known: Known, pack: Pack | null, now: Instant): Sending | null {
  if (pack === null) return null;
  const message = i18n.t('lead.publish.rolledBack', { version: pack.version });
  return replaced(known, { to: 'team' }, pack, message, (head) => startOf(head) <= now, now);
}

/** The audience of a canary or scheduled release keeps, or gets back, what everybody has. */
export function withdrawal(known: Known, sequence: number, now: Instant): Sending | null {
  const head = known.heads.find((one) => one.sequence === sequence);
  if (head === undefined) return null;
  const pack = known.packUnder(inUseOf(known.heads, { to: 'team' }, now));
  const message = i18n.t('lead.publish.withdrawn', { version: head.version });
  const origin = head.rebases?.sequence ?? sequence;
  // A canary is repeated for each later start: all of its repeats end.
  const isEnded = (one: ReleaseHead) => one.sequence === sequence || one.rebases?.sequence === origin;
  return replaced(known, head.audience, pack, message, isEnded, now);
}

function replaced(
  { heads, packs, packUnder }: Known,
  audience: Audience,
  pack: Pack,
  message: string,
  isEnded: (pending: ReleaseHead) => boolean,
  now: Instant,
): Sending {
  const pending = pendingReleases(heads, now);
  const kept = pending.filter((head) => !isEnded(head));
  const under = inUseOf(heads, audience, now);
  const added = { audience, startsAt: null, before: packUnder(under), after: pack };
  const plan = planReleases(added, withPacks(kept, heads, packs, packUnder), now);
  const ends = pending.filter(isEnded).map(({ sequence }) => sequence);
  return { plan, under, message, version: pack.version, ends };
}
