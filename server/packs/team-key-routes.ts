import { teamKeysApi } from '../../contract/api/packs/packs-api.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import { announce } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { addKeyList, keyListsOf, readTrust, storeKeyList } from './read-trust.ts';

const lists = serve(teamKeysApi.lists, async ({ actor, team, tx, query }) => ({
  ok: true,
  answer: { documents: [...(await tx((tx) => keyListsOf(tx, actor.org, team, query.after)))] },
}));

const addList = serve(
  teamKeysApi.addList,
  async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const { org } = actor;
      const before = await readTrust(tx, org, team);
      const [last] = (await keyListsOf(tx, org, team)).slice(-1);
      // Sent again, because the answer was lost.
      if (before !== null && last === body.document)
        return { ok: true, answer: { sequence: before.sequence, digest: await digestOf(last) } };
      const after = await addKeyList(before, team, body.document);
      if (after === null) return refuse('conflict', 'document');
      const { sequence } = after;
      const row = { org, team, sequence, document: body.document };
      if (!(await storeKeyList(tx, row))) return refuse('conflict', 'sequence');
      await announce(tx, { org, team }, EVERYBODY, { type: 'team-keys', sequence }, ports.now());
      return { ok: true, answer: { sequence, digest: await digestOf(body.document) } };
    }),
);

const signers = serve(teamKeysApi.signers, async ({ actor, team, tx }) => {
  const found = await tx((tx) =>
    tx
      .selectFrom('pack_signers')
      .select(['key', 'holder', 'shown_at as shownAt'])
      .where('org', '=', actor.org)
      .where('team', '=', team)
      .orderBy('shown_at')
      .execute(),
  );
  return { ok: true, answer: { signers: found } };
});

const showKey = serve(teamKeysApi.showKey, async ({ actor, team, tx, body, ports }) => {
  const row = { org: actor.org, team, key: body.key, holder: actor.number, shown_at: ports.now() };
  await tx((tx) =>
    tx
      .insertInto('pack_signers')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return { ok: true, answer: {} };
});

export const teamKeyRoutes: RoutesOf<typeof teamKeysApi> = { lists, addList, signers, showKey };
