import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { releaseHeadSchema } from '../../contract/release/release.ts';
import { dueReleasesSchema, releaseHistorySchema } from '../../contract/release/release-messages.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import type { Tx } from '../database/tenant.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING, type Route } from '../http/route.ts';
import { dueReleases } from './due-releases.ts';

const history = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/releases',
  about: 'Every release, newest first, without the packs.',
  may: 'publish-packs',
  query: NOTHING,
  body: NOTHING,
  answer: releaseHistorySchema,
  handle: async ({ actor, team, tx }) => ({
    ok: true,
    answer: { releases: [...(await tx((tx) => headsOf(tx, actor.org, team)))] },
  }),
});

const due = memberRoute({
  method: 'get',
  path: '/v1/releases',
  about:
    'Which releases this agent ought to have now or is going to have. With If-None-Match: 304 if nothing changed.',
  may: 'participate',
  query: NOTHING,
  body: NOTHING,
  answer: dueReleasesSchema,
  handle: async ({ actor, team, tx, context, ports }) => {
    const heads = await tx((tx) => headsOf(tx, actor.org, team));
    const releases = dueReleases(heads, actor.number, ports.now());
    const text = JSON.stringify({ releases });
    return conditional(context.req.header('if-none-match'), (await digestOf(text)).slice(0, 32), () => text, {
      'content-type': 'application/json',
      'cache-control': 'no-cache',
    });
  },
});

const document = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/releases/:sequence',
  about: 'The signed bytes of one release. They never change.',
  may: 'participate',
  query: NOTHING,
  body: NOTHING,
  answer: v.string(),
  handle: async ({ actor, team, tx, param, context }) => {
    if (!/^\d{1,9}$/.test(param('sequence'))) return refuse('not-found');
    const row = await tx((tx) =>
      tx
        .selectFrom('pack_releases')
        .select(['document', 'digest'])
        .where('org', '=', actor.org)
        .where('team', '=', team)
        .where('sequence', '=', Number(param('sequence')))
        .executeTakeFirst(),
    );
    if (row === undefined) return refuse('not-found');
    const plain = !/\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    const write = () => (plain ? row.document : gzipSync(row.document));
    return conditional(context.req.header('if-none-match'), row.digest, write, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(plain ? {} : { 'content-encoding': 'gzip' }),
    });
  },
});

function conditional(
  asked: string | undefined,
  tag: string,
  write: () => string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `"${tag}"`;
  if (asked === etag) return new Response(null, { status: 304, headers: { etag } });
  return new Response(write(), { headers: { ...headers, etag } });
}

async function headsOf(tx: Tx, org: string, team: string) {
  const rows = await tx
    .selectFrom('pack_releases')
    .select(['head', 'digest', 'version'])
    .where('org', '=', org)
    .where('team', '=', team)
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map(({ head, digest, version }) => ({ ...v.parse(releaseHeadSchema, head), digest, version }));
}

export const RELEASE_ROUTES: readonly Route[] = [history, due, document];
