import { may } from '../../contract/api/members/role.ts';
import { releasesApi } from '../../contract/api/packs/packs-api.ts';
import { openRelease } from '../../contract/release/verify-release.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { serve } from '../http/serve.ts';
import { audienceOf, insertRelease, packDigestOf } from './insert-release.ts';
import { addKeyList, readTrust, storeKeyList } from './read-trust.ts';
import { releasesOf } from './releases-of.ts';

/**
 * A release that was published here and that a fail-over or a restore lost, from any device that
 * holds it: the signature of a lead counts, not who brings it.
 */
export const offer = serve(releasesApi.offer, async ({ actor, team, tx, body, ports, spend }) => {
  const exhausted = spend({ receipts: 1 });
  if (exhausted !== null) return exhausted;
  return await tx(async (tx) => {
    const where = { org: actor.org, team };
    await addLists(tx, where, body.lists, may(actor.role, 'publish-packs'), ports.now());
    const trust = await readTrust(tx, actor.org, team);
    if (trust === null) return refuse('malformed', 'team-keys');
    const opened = await openRelease(new TextEncoder().encode(body.document), trust);
    if (!opened.ok) return refuse('malformed', `document: ${opened.reason}`);
    const { release } = opened;
    const { sequence, digest, pack } = release;
    const pack_digest = await packDigestOf(release);
    const otherPack = await releasesOf(tx, actor.org, team)
      .select('sequence')
      .where('version', '=', pack.version)
      .where('pack_digest', '!=', pack_digest)
      .executeTakeFirst();
    // Somebody published under this sequence or version since: that one is in use already.
    if (otherPack !== undefined || !(await insertRelease(tx, where, release, body.document, pack_digest)))
      return { ok: true, answer: { stored: false } };
    const event = { type: 'release', sequence, digest, document: null } as const;
    await announce(tx, where, audienceOf(release), event, ports.now());
    return { ok: true, answer: { stored: true } };
  });
});

/**
 * The lists of signers that follow the stored ones. The first list of all says who is the root:
 * only a lead brings that.
 */
async function addLists(
  tx: Tx,
  { org, team }: Tenant,
  lists: readonly string[],
  mayBringFirst: boolean,
  at: number,
): Promise<void> {
  let trust = await readTrust(tx, org, team);
  if (trust === null && !mayBringFirst) return;
  for (const document of lists) {
    const next = await addKeyList(trust, team, document);
    if (next === null) continue;
    trust = next;
    const { sequence } = next;
    if (await storeKeyList(tx, { org, team, sequence, document }))
      await announce(tx, { org, team }, EVERYBODY, { type: 'team-keys', sequence }, at);
  }
}
