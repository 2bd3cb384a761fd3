import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * Tokens that are no device's: of phones that report their calls. They are found in one statement,
 * as devices are (0006). Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table access_tokens (org text not null, team text not null, token text not null,
    kind text not null, token_hash text not null, member text, label text not null,
    made_by text not null, made_at bigint not null, last_used_at bigint, revoked_at bigint,
    primary key (org, token))`.execute(db);
  await sql`create unique index on access_tokens (org, token_hash)`.execute(db);
  await protect(db, 'access_tokens', 'team');
  await sql`
    create function access_token_of(of_org text, of_hash text)
    returns table (token text, kind text, last_used_at bigint, team text, number text)
    language plpgsql as $$
    begin
      perform set_config('app.org', of_org, true), set_config('app.team', '*', true);
      return query
        select t.token, t.kind, t.last_used_at, coalesce(m.team, t.team), m.number
        from access_tokens t left join members m on m.org = t.org and m.member = t.member
        where t.org = of_org and t.token_hash = of_hash and t.revoked_at is null and m.left_at is null;
    end $$`.execute(db);
}
