import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '../../server/database/tenant.ts';
import { withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, push } from '../helpers/server/sync-story.ts';

/** A query without WHERE neither reads nor changes rows of another tenant. */
let bed: ServerBed;
let seats: Seat[];
let tables: { name: string; byTeam: boolean }[];

beforeAll(async () => {
  bed = await serverBed();
  const first = await bed.organisation();
  const second = await bed.organisation();
  seats = [
    await bed.seat('agent', first),
    await bed.seat('agent', await bed.team(first.org)),
    await bed.seat('agent', second),
  ];
  for (const seat of seats) {
    await push(bed, seat, noteItem(noteOf(crypto.randomUUID(), bed.clock.now)));
    await push(bed, seat, { type: 'team', event: orderOpened(seat.number, bed.clock.now) });
  }
  tables = await withClient(bed.url, async (client) => {
    const { rows } = await client.query(`
      select c.relname as name, exists (select from pg_policy p where p.polrelid = c.oid
        and pg_get_expr(p.polqual, c.oid) like '%app.team%') as "byTeam"
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        and c.relname not like 'kysely%' order by 1`);
    return rows;
  });
});
afterAll(async () => await bed.close());

const aSeat = () => fc.constantFrom(...seats);
const aTable = () => fc.constantFrom(...tables);

test('a SELECT without a WHERE gives only rows of the tenant', async () => {
  await fc.assert(
    fc.asyncProperty(aSeat(), aTable(), async ({ org, team }, { name, byTeam }) => {
      const { rows } = await inTenant(bed.db, { org, team }, (tx) =>
        sql<{ org: string; team?: string }>`select * from ${sql.table(name)}`.execute(tx),
      );
      for (const row of rows) expect(row).toMatchObject(byTeam ? { org, team } : { org });
    }),
    { numRuns: 80 },
  );
});

test('an UPDATE or DELETE without a WHERE leaves every other tenant as it was', async () => {
  const countOthers = async (table: string, org: string, team: string, byTeam: boolean) =>
    await withClient(bed.url, async (client) => {
      const others = byTeam ? 'where (org, team) <> ($1, $2)' : 'where org <> $1';
      const { rows } = await client.query(
        `select count(*)::int as n, md5(string_agg(t::text, ',' order by t::text)) as sum from ${table} t ${others}`,
        byTeam ? [org, team] : [org],
      );
      return rows[0];
    });
  await fc.assert(
    fc.asyncProperty(aSeat(), aTable(), fc.boolean(), async ({ org, team }, { name, byTeam }, remove) => {
      const before = await countOthers(name, org, team, byTeam);
      const forgotten = inTenant(bed.db, { org, team }, async (tx) => {
        const table = sql.table(name);
        await (remove ? sql`delete from ${table}` : sql`update ${table} set org = org`).execute(tx);
        expect(await countOthers(name, org, team, byTeam)).toEqual(before);
        throw new Error('taken back');
      });
      await expect(forgotten).rejects.toThrow('taken back');
      expect(await countOthers(name, org, team, byTeam)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

test('nothing can be written into another tenant', async () => {
  await fc.assert(
    fc.asyncProperty(aSeat(), aSeat(), aTable(), async (own, other, { name, byTeam }) => {
      fc.pre(own.org !== other.org || (byTeam && own.team !== other.team));
      const moved = inTenant(bed.db, own, (tx) =>
        (own.org === other.org
          ? sql`update ${sql.table(name)} set team = ${other.team}`
          : sql`update ${sql.table(name)} set org = ${other.org}`
        ).execute(tx),
      );
      const rows = await moved.then(
        (result) => Number(result.numAffectedRows ?? 0),
        () => 0,
      );
      expect(rows).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('without a tenant there is nothing at all, and a pooled connection remembers none', async () => {
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(bed.db);
    expect({ name, rows }).toEqual({ name, rows: [] });
  }
});

test('every table is protected, for its owner too, and its key starts with the tenant', async () => {
  const { rows } = await withClient(bed.url, (client) =>
    client.query(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        pg_get_userbyid(c.relowner) = 'sansheng_app' as "isApps",
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indrelid = c.oid and i.indisprimary) as "keyBegins"
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        and c.relname not like 'kysely%'`),
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatchObject({ forced: true, isApps: false, keyBegins: 'org' });
});

test('the app role cannot climb out of it', async () => {
  for (const attempt of [
    'reset role',
    'set row_security = off; select * from records',
    'create table x ()',
  ]) {
    await sql
      .raw(attempt)
      .execute(bed.db)
      .catch(() => null);
    const { rows } = await sql<{ role: string; seen: number }>`
      select current_user as role, (select count(*)::int from records) as seen`.execute(bed.db);
    expect(rows).toEqual([{ role: 'sansheng_app', seen: 0 }]);
  }
});
