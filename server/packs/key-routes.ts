import {
  afterQuerySchema,
  publishedSchema,
  publishSchema,
  signerSchema,
  signersSchema,
  teamKeyListsSchema,
} from '../../contract/release/release-messages.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import { announce } from '../events/announce.ts';
import { EVERYBODY } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING, type Route } from '../http/route.ts';
import { addKeyList, keyListsOf, readTrust } from './read-trust.ts';

const lists = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/team-keys',
  about: 'Lists of those who may publish, each signed by the root that the one before it names.',
  may: 'participate',
  query: afterQuerySchema,
  body: NOTHING,
  answer: teamKeyListsSchema,
  handle: async ({ actor, team, tx, query }) => ({
    ok: true,
    answer: { documents: [...(await tx((tx) => keyListsOf(tx, actor.org, team, query.after)))] },
  }),
});

const addList = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/team-keys',
  about: 'The next list of those who may publish. `conflict` if it does not follow on the last one.',
  may: 'publish-packs',
  query: NOTHING,
  body: publishSchema,
  answer: publishedSchema,
  handle: async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const { org } = actor;
      const before = await readTrust(tx, org, team);
      const after = await addKeyList(before, team, body.document);
      if (after === null) return refuse('conflict', 'document');
      const { sequence } = after;
      const stored = await tx
        .insertInto('team_key_lists')
        .values({ org, team, sequence, document: body.document })
        .onConflict((conflict) => conflict.doNothing())
        .returning('sequence')
        .executeTakeFirst();
      if (stored === undefined) return refuse('conflict', 'sequence');
      await announce(tx, { org, team }, EVERYBODY, { type: 'team-keys', sequence }, ports.now());
      return { ok: true, answer: { sequence, digest: await digestOf(body.document) } };
    }),
});

const signers = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/signers',
  about: 'Public keys that leads have shown. Only the signed list says which of them are good.',
  may: 'publish-packs',
  query: NOTHING,
  body: NOTHING,
  answer: signersSchema,
  handle: async ({ actor, team, tx }) => {
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
  },
});

const showKey = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/signers',
  about: 'A lead shows the public half of a key, to be put on the next list.',
  may: 'publish-packs',
  query: NOTHING,
  body: signerSchema,
  answer: NOTHING,
  handle: async ({ actor, team, tx, body, ports }) => {
    const row = { org: actor.org, team, key: body.key, holder: actor.number, shown_at: ports.now() };
    await tx((tx) =>
      tx
        .insertInto('pack_signers')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    return { ok: true, answer: {} };
  },
});

export const KEY_ROUTES: readonly Route[] = [lists, addList, signers, showKey];
