import { sql } from 'kysely';
import * as v from 'valibot';
import { AUDIT_GROUPS, auditApi, auditEntrySchema } from '../../contract/api/audit.ts';
import { readable } from '../database/readable.ts';
import { type RoutesOf, serve } from '../http/serve.ts';

const PAGE = 200;

const list = serve(auditApi.list, async ({ actor, team, tx, query: { before = '', group } }) => {
  const [, at, id] = /^(\d+)(?:\.(.+))?$/.exec(before) ?? [];
  const rows = await tx((tx) =>
    tx
      .selectFrom('audit_log')
      .select(['id', 'at', 'member', 'action', 'detail'])
      .where('org', '=', actor.org)
      .where('team', '=', team)
      .$if(at !== undefined, (found) =>
        found.where(sql<boolean>`(at, id) < (${Number(at)}::bigint, ${id ?? ''})`),
      )
      .$if(group !== undefined, (found) => found.where('action', 'in', AUDIT_GROUPS[group ?? 'exports']))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(PAGE)
      .execute(),
  );
  const { items: entries, unreadable } = readable(rows, (row) => v.parse(auditEntrySchema, row));
  return { ok: true, answer: { entries, unreadable } };
});

export const auditRoutes: RoutesOf<typeof auditApi> = { list };
