import { releasesApi } from '../../contract/api/packs/packs-api.ts';
import type { Release } from '../../contract/release/release.ts';
import { openRelease } from '../../contract/release/verify-release.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';
import { type Refused, refuse } from '../http/refuse.ts';
import { serve } from '../http/serve.ts';
import { enqueue } from '../webhooks/enqueue.ts';
import { audienceOf, insertRelease, packDigestOf } from './insert-release.ts';
import { readTrust } from './read-trust.ts';
import { releasesOf } from './releases-of.ts';

/** A rollback is published in the same way, as a new signed release with an older pack. */
export const publish = serve(
  releasesApi.publish,
  async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const { org } = actor;
      const trust = await readTrust(tx, org, team);
      if (trust === null) return refuse('malformed', 'team-keys');
      const opened = await openRelease(new TextEncoder().encode(body.document), trust);
      if (!opened.ok) return refuse('malformed', `document: ${opened.reason}`);
      const { release } = opened;
      const stored = await store(tx, org, team, release, body.document);
      if (!stored.ok) return stored;
      const { sequence, digest } = release;
      if (stored.isKnown) return { ok: true, answer: { sequence, digest } };
      const event = { type: 'release', sequence, digest, document: null } as const;
      await announce(tx, { org, team }, audienceOf(release), event, ports.now());
      const version = release.pack.version;
      const action = stored.broughtBack ? 'pack-rolled-back' : 'pack-published';
      await recordAudit(tx, { ...actor, team }, ports.now(), action, { sequence, version });
      const at = ports.now();
      const data = { release: sequence, version, agent: actor.number };
      await enqueue(tx, { org, team }, [{ type: 'pack.published', key: digest, at, data }], at);
      return { ok: true, answer: { sequence, digest } };
    }),
);

/**
 * A version has one content, and every release follows the last one. One that is stored already is
 * sent again because its answer was lost.
 */
async function store(
  tx: Tx,
  org: string,
  team: string,
  release: Release,
  document: string,
): Promise<
  Refused<'conflict'> | { readonly ok: true; readonly isKnown: boolean; readonly broughtBack: boolean }
> {
  const pack_digest = await packDigestOf(release);
  const { version } = release.pack;
  const earlier = await releasesOf(tx, org, team)
    .select(['sequence', 'version', 'pack_digest', 'digest'])
    .execute();
  if (earlier.some(({ digest }) => digest === release.digest))
    return { ok: true, isKnown: true, broughtBack: false };
  if (release.sequence !== (earlier[0]?.sequence ?? 0) + 1) return refuse('conflict', 'sequence');
  if (earlier.some((other) => other.version === version && other.pack_digest !== pack_digest)) {
    return refuse('conflict', 'version');
  }
  if (!(await insertRelease(tx, { org, team }, release, document, pack_digest)))
    return refuse('conflict', 'sequence');
  // The newest version again is the same pack for more agents.
  const broughtBack = earlier[0]?.version !== version && earlier.some((other) => other.version === version);
  return { ok: true, isKnown: false, broughtBack };
}
