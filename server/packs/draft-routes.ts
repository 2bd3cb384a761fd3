import * as v from 'valibot';
import { draftsApi } from '../../contract/api/packs/packs-api.ts';
import { redact } from '../../contract/numbers/redact.ts';
import { saveDraftSchema } from '../../contract/release/draft.ts';
import { draftAuthorsSchema, withAuthor } from '../../contract/release/draft-authors.ts';
import type { Tx } from '../database/tenant.ts';
import { holdErasures } from '../erasure/hold-texts.ts';
import { announce } from '../events/announce.ts';
import type { Audience } from '../events/audience.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { readLife } from '../sync/read-epoch.ts';

const LEADS: Audience = { permission: 'publish-packs', agents: [] };

const list = serve(draftsApi.list, async ({ actor, team, tx }) => {
  return await tx(async (tx) => {
    const drafts = await draftsOf(tx, actor.org, team)
      .select(['draft as id', 'revision', 'name', 'by', 'at'])
      .orderBy('at', 'desc')
      .execute();
    const { epoch } = await readLife(tx, { org: actor.org, team });
    return { ok: true, answer: { drafts, epoch } };
  });
});

const read = serve(draftsApi.read, async ({ actor, team, tx, param }) => {
  const row = await tx((tx) =>
    draftsOf(tx, actor.org, team)
      .select(['draft as id', 'revision', 'name', 'by', 'at', 'content', 'authors'])
      .where('draft', '=', param('draft'))
      .executeTakeFirst(),
  );
  return row === undefined
    ? refuse('not-found')
    : {
        ok: true,
        answer: {
          ...row,
          content: v.parse(saveDraftSchema.entries.content, row.content),
          authors: v.parse(draftAuthorsSchema, row.authors),
        },
      };
});

const save = serve(draftsApi.save, async ({ actor, team, tx, body, param, ports, spend }) => {
  const exhausted = spend(body.revision === 0 ? { drafts: 1, saves: 1 } : { saves: 1 });
  if (exhausted !== null) return exhausted;
  const at = ports.now();
  return await tx(async (tx) => {
    const [key, by] = [{ org: actor.org, team, draft: param('draft') }, actor.number];
    const own = { name: body.name, content: body.content };
    const texts = redact(own, await holdErasures(tx, key, at));
    const revision = body.revision + 1;
    // The lead's browser still has what was redacted: it fetches a revision that it did not save.
    const stored = texts === own ? revision : revision + 1;
    const before = await draftsOf(tx, actor.org, team)
      .select('authors')
      .where('draft', '=', key.draft)
      .executeTakeFirst();
    // An empty content is the pack in use: nobody has changed anything.
    const authors =
      Object.keys(body.content).length === 0
        ? []
        : withAuthor(v.parse(draftAuthorsSchema, before?.authors ?? []), body.changed, by, at);
    const content = JSON.stringify(texts.content);
    const written = { revision: stored, name: texts.name, content, authors: JSON.stringify(authors), by, at };
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
    await announce(tx, key, LEADS, { type: 'draft', draft: key.draft, revision: stored, by }, at);
    return { ok: true, answer: { revision, at } };
  });
});

function draftsOf(tx: Tx, org: string, team: string) {
  return tx.selectFrom('pack_drafts').where('org', '=', org).where('team', '=', team);
}

export const draftRoutes: RoutesOf<typeof draftsApi> = { list, read, save };
