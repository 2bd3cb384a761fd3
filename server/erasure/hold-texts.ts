import { sql } from 'kysely';
import type { Redaction } from '../../contract/numbers/redact.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';

const NOTHING: Redaction = { isMeant: () => false };

/**
 * Call it first in every transaction that writes texts of people, but for pushes, which the team's
 * counter orders: it waits for an erasure that runs, and the next one waits for it. Gives what was
 * erased since `at`, when the request arrived: redact it before it is stored.
 */
export async function holdErasures(tx: Tx, { org, team }: Tenant, at: number): Promise<Redaction> {
  await sql`select pg_advisory_xact_lock_shared(${lockOf(org, team)})`.execute(tx);
  const erasures = tx.selectFrom('records').select('id').where('org', '=', org).where('team', '=', team);
  const since = await erasures.where('kind', '=', 'erasure').where('at', '>=', at).execute();
  if (since.length === 0) return NOTHING;
  const keys = new Set(since.map(({ id }) => id));
  const hashing = await readNumberHashing(tx, org);
  return { isMeant: (form) => hashing.keysOf(form).some((key) => keys.has(key)) };
}

/** For the erasure: such texts are all committed now, or wait until it is. */
export async function holdTexts(tx: Tx, { org, team }: Tenant): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockOf(org, team)})`.execute(tx);
}

/** The numbers of advisory locks are shared by the whole database. */
function lockOf(org: string, team: string) {
  return sql`hashtextextended(${`texts ${org} ${team}`}, 0)`;
}
