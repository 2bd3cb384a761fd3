import * as v from 'valibot';
import {
  draftListSchema,
  draftSchema,
  saveDraftSchema,
  savedDraftSchema,
} from '../../contract/release/draft.ts';
import type { Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';
import type { Audience } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING, type Route } from '../http/route.ts';

const LEADS: Audience = { permission: 'publish-packs', agents: [] };

const list = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/drafts',
  about: 'Packs on the way, without their content.',
  may: 'publish-packs',
  query: NOTHING,
  body: NOTHING,
  answer: draftListSchema,
  handle: async ({ actor, team, tx }) => {
    const drafts = await tx((tx) =>
      draftsOf(tx, actor.org, team)
        .select(['draft as id', 'revision', 'name', 'by', 'at'])
        .orderBy('at', 'desc')
        .execute(),
    );
    return { ok: true, answer: { drafts } };
  },
});

const read = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/drafts/:draft',
  about: 'One pack on the way.',
  may: 'publish-packs',
  query: NOTHING,
  body: NOTHING,
  answer: draftSchema,
  handle: async ({ actor, team, tx, param }) => {
    const row = await tx((tx) =>
      draftsOf(tx, actor.org, team)
        .select(['draft as id', 'revision', 'name', 'by', 'at', 'content'])
        .where('draft', '=', param('draft'))
        .executeTakeFirst(),
    );
    return row === undefined
      ? refuse('not-found')
      : { ok: true, answer: { ...row, content: v.parse(saveDraftSchema.entries.content, row.content) } };
  },
});

const save = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/drafts/:draft',
  about: 'Saves a draft on top of the revision it was made from; if another was saved since, `conflict`.',
  may: 'publish-packs',
  query: NOTHING,
  body: saveDraftSchema,
  answer: savedDraftSchema,
  handle: async ({ actor, team, tx, body, param, ports }) =>
    await tx(async (tx) => {
      const at = ports.now();
      const [key, by] = [{ org: actor.org, team, draft: param('draft') }, actor.number];
      const revision = body.revision + 1;
      const written = { revision, name: body.name, content: JSON.stringify(body.content), by, at };
      const saved =
        body.revision === 0
          ? await tx
              .insertInto('pack_drafts')
              .values({ ...key, ...written })
              .onConflict((conflict) => conflict.doNothing())
              .returning('revision')
              .executeTakeFirst()
          : await tx
              .updateTable('pack_drafts')
              .set(written)
              .where('org', '=', key.org)
              .where('team', '=', team)
              .where('draft', '=', key.draft)
              .where('revision', '=', body.revision)
              .returning('revision')
              .executeTakeFirst();
      if (saved === undefined) return refuse('conflict', 'revision');
      await announce(tx, key, LEADS, { type: 'draft', draft: key.draft, revision, by }, at);
      return { ok: true, answer: { revision } };
    }),
});

function draftsOf(tx: Tx, org: string, team: string) {
  return tx.selectFrom('pack_drafts').where('org', '=', org).where('team', '=', team);
}

export const DRAFT_ROUTES: readonly Route[] = [list, read, save];
