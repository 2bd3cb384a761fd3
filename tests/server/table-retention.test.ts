import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLE_RETENTION } from '../../server/database/table-retention.ts';
import { applyRetention } from '../../server/sync/apply-retention.ts';
import { withClient } from '../helpers/server/database.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

const DAY = 86_400_000;

let bed: ServerBed;
beforeAll(async () => {
  bed = await serverBed();
});
afterAll(async () => await bed.close());

/** Rows of each table of the schema, without those of the migrations. */
async function counts(): Promise<Readonly<Record<string, number>>> {
  return await withClient(bed.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely_%'`,
    );
    const found: Record<string, number> = {};
    for (const { name } of rows)
      found[name] = Number((await client.query(`select count(*) as n from "${name}"`)).rows[0].n);
    return found;
  });
}

test('every table of the schema has a rule, or a reason why it is kept', async () => {
  expect(Object.keys(TABLE_RETENTION).sort()).toEqual(Object.keys(await counts()).sort());
  for (const decision of Object.values(TABLE_RETENTION))
    if (decision.rule === 'kept') expect(decision.because).toMatch(/\w+ \w+/);
});

test('each table with a number of days is empty after them, and not before', async () => {
  const admin = await bed.organisation();
  const agent = await bed.seat('agent', admin);
  const at = bed.clock.now;
  const ask = async (path: string, body: object, seat = agent) => {
    const { status } = await bed.ask(seat, 'POST', path, body);
    expect([path, status]).toEqual([path, 200]);
  };
  await ask('/v1/help', { id: crypto.randomUUID(), call: 'c', why: 'abuse', summary: '', at });
  await ask('/v1/presence/state', { state: 'present', since: at });
  await ask(`/v1/teams/${admin.team}/members/${agent.member}/codes`, {}, admin);
  await bed.ask(admin, 'DELETE', `/v1/teams/${admin.team}/devices/${agent.device}`);
  await withClient(bed.url, async (client) => {
    const nonce = 'insert into sign_in_nonces (org, nonce_hash, expires_at) values ($1, $2, $3)';
    await client.query(nonce, [admin.org, 'hash', at]);
    await client.query('delete from devices where revoked_at is null');
  });
  const limited = Object.entries(TABLE_RETENTION).flatMap(([table, decision]) =>
    decision.rule === 'days' ? [{ table, days: decision.days }] : [],
  );
  for (const days of [...new Set(limited.map((one) => one.days))].sort((a, b) => a - b)) {
    const ending = limited.filter((one) => one.days === days).map(({ table }) => table);
    // A code and a nonce are good for a while after they were made.
    await applyRetention(bed.ports, at + (days - 1) * DAY);
    for (const table of ending) expect([table, (await counts())[table]]).not.toEqual([table, 0]);
    await applyRetention(bed.ports, at + (days + 8) * DAY);
    for (const table of ending) expect([table, (await counts())[table]]).toEqual([table, 0]);
  }
});
