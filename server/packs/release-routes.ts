import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { releasesApi } from '../../contract/api/packs/packs-api.ts';
import { type ReleaseBody, releaseHeadSchema } from '../../contract/release/release.ts';
import type { DueReleases } from '../../contract/release/release-messages.ts';
import { digestOf } from '../../contract/release/signed-document.ts';
import { readable } from '../database/readable.ts';
import type { Tx } from '../database/tenant.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { offer } from './offer-route.ts';
import { publish } from './publish-route.ts';
import { releasesOf } from './releases-of.ts';

const history = serve(releasesApi.history, async ({ actor, team, tx }) => ({
  ok: true,
  answer: { releases: [...(await tx((tx) => headsOf(tx, actor.org, team)))] },
}));

const due = serve(releasesApi.due, async ({ actor, team, tx, context, ports }) => {
  const heads = await tx((tx) => headsOf(tx, actor.org, team));
  const releases = dueReleases(heads, actor.number, ports.now());
  const text = JSON.stringify({ releases });
  return conditional(context.req.header('if-none-match'), (await digestOf(text)).slice(0, 32), () => text, {
    'content-type': 'application/json',
    'cache-control': 'no-cache',
  });
});

const document = serve(releasesApi.document, async ({ actor, team, tx, param, context }) => {
  if (!/^\d{1,9}$/.test(param('sequence'))) return refuse('not-found');
  const row = await tx((tx) =>
    releasesOf(tx, actor.org, team)
      .select(['document', 'digest'])
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
  const rows = await releasesOf(tx, org, team).select(['head', 'digest', 'version']).execute();
  return readable(rows, ({ head, digest, version }) => ({
    ...v.parse(releaseHeadSchema, head),
    digest,
    version,
  })).items;
}

type Head = Pick<ReleaseBody, 'sequence' | 'startsAt' | 'audience'> & { readonly digest: string };

/**
 * Of this agent's releases the newest that has started, and those that start later. Oldest first.
 */
function dueReleases(newestFirst: readonly Head[], agent: string, now: number): DueReleases['releases'] {
  const meant = newestFirst.filter(
    ({ audience }) => audience.to === 'team' || audience.agents.includes(agent),
  );
  const current = meant.findIndex(({ startsAt }) => startsAt === null || startsAt <= now);
  const due = current < 0 ? meant : meant.slice(0, current + 1);
  return due.map(({ sequence, digest }) => ({ sequence, digest })).reverse();
}

export const releaseRoutes: RoutesOf<typeof releasesApi> = { history, publish, offer, due, document };
