import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { reaches } from '../../contract/api/members/role.ts';
import { accessTokenSchema } from '../../contract/api/tokens/access-token.ts';
import { tokensApi } from '../../contract/api/tokens/tokens-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readable } from '../database/readable.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { revokedToken } from '../restore/deletion.ts';
import { hashSecret } from '../sign-in/secrets.ts';
import { makeSecret } from './access-token.ts';

const list = serve(tokensApi.list, async ({ actor: { org }, team, tx, ports }) => {
  const rows = await tx((tx) =>
    tx
      .selectFrom('access_tokens')
      .select(['token as id', 'kind', 'label', 'member', 'made_by as madeBy', 'made_at as madeAt'])
      .select(['last_used_at as lastUsedAt', 'revoked_at as revokedAt'])
      .where('org', '=', org)
      .where('team', '=', team)
      .orderBy('made_at', 'desc')
      .execute(),
  );
  const { items } = readable(rows, (row) => v.parse(accessTokenSchema, row));
  return { ok: true, answer: { tokens: [...items], phonePort: ports.phonePort?.() ?? null } };
});

const make = serve(
  tokensApi.make,
  async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const { org } = actor;
      const { kind, label, member } = body;
      const owner = await tx
        .selectFrom('members')
        .select('role')
        .where('org', '=', org)
        .where('team', '=', team)
        .where('member', '=', member)
        .where('left_at', 'is', null)
        .executeTakeFirst();
      if (owner === undefined) return refuse('not-found');
      if (!reaches(actor.role, owner.role)) return refuse('not-allowed');
      const [token, secret, made_at] = [randomUUID(), makeSecret(org), ports.now()];
      const row = { org, team, token, kind, label, member, made_by: actor.member, made_at };
      const unused = { last_used_at: null, revoked_at: null };
      await tx
        .insertInto('access_tokens')
        .values({ ...row, ...unused, token_hash: hashSecret(secret) })
        .execute();
      await recordAudit(tx, { org, team, member: actor.member }, made_at, 'token-made', { token, kind });
      return { ok: true, answer: { id: token, secret } };
    }),
);

const revoke = serve(
  tokensApi.revoke,
  async ({ actor: { org, member }, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const [token, at] = [param('token'), ports.now()];
      const ofTeam = tx.updateTable('access_tokens').where('org', '=', org).where('team', '=', team);
      const revoked = await ofTeam
        .set({ revoked_at: at })
        .where('token', '=', token)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (revoked.numUpdatedRows === 0n) return refuse('not-found');
      await recordAudit(tx, { org, team, member }, at, 'token-revoked', { token });
      await ports.guard.keep(org, [revokedToken(token, at)]);
      return { ok: true, answer: {} };
    }),
);

export const tokenRoutes: RoutesOf<typeof tokensApi> = { list, make, revoke };
