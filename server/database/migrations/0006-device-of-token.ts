import { type Kysely, sql } from 'kysely';

/**
 * Finds the device of a token in one statement, so that a false token costs no transaction. Runs
 * with the caller's rights: row-level security holds, for the organisation in the token. It is
 * called once later migrations have added its columns. Never edited once released.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function device_of_token(of_org text, of_device text)
    returns table (token_hash text, made_at bigint, device_idle_days int, last_used_at bigint, revoked_at bigint, left_at bigint, member text,
      team text, number text, role text)
    language plpgsql as $$
    begin
      perform set_config('app.org', of_org, true), set_config('app.team', '', true);
      return query
        select d.token_hash, d.made_at, o.device_idle_days, d.last_used_at, d.revoked_at, m.left_at, m.member,
          m.team, m.number, m.role
        from devices d join members m on m.org = d.org and m.member = d.member
          join organisations o on o.org = d.org
        where d.org = of_org and d.device = of_device;
    end $$`.execute(db);
}
