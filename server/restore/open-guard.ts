import { type Kysely, sql } from 'kysely';
import { connectToGuard } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { inTenant } from '../database/tenant.ts';
import { readLife } from '../sync/read-epoch.ts';
import type { Deletion } from './deletion.ts';
import { type GuardTables, locked, prepareGuardDatabase } from './guard-database.ts';
import { markWriter } from './mark-writer.ts';
import { reconcile } from './reconcile.ts';
import type { RestoreGuard } from './restore-guard.ts';

export interface OpenGuard {
  readonly guard: RestoreGuard;
  /** Deletes again what a restore or a promotion brought back. */
  reconcile(now: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the second database. Throws if it cannot be reached. */
export async function openGuard(
  url: string,
  db: Kysely<Tables>,
  failed: (error: unknown) => void,
): Promise<OpenGuard> {
  const kept = connectToGuard(url);
  try {
    await prepareGuardDatabase(kept);
  } catch (cause) {
    await kept.destroy();
    throw new Error('ERASURE_DATABASE_URL cannot be used: the server does not start without it.', { cause });
  }
  const marks = markWriter(async (keys) => {
    for (const key of keys) await raiseMark(kept, db, key);
  }, failed);
  return {
    guard: {
      keep: async (org, deletions) => await keep(kept, org, deletions),
      mark: async ({ org, team }) => await marks.mark(`${org} ${team}`),
    },
    reconcile: async (now) => await locked(kept, (tx) => reconcile(tx, db, now)),
    close: async () => {
      await marks.stop();
      await kept.destroy();
    },
  };
}

async function keep(kept: Kysely<GuardTables>, org: string, deletions: readonly Deletion[]): Promise<void> {
  if (deletions.length === 0) return;
  await kept.transaction().execute(async (tx) => {
    await sql`select set_config('synchronous_commit', 'on', true)`.execute(tx);
    for (const { at, ...deletion } of deletions) {
      if (at === null) {
        const back = tx.deleteFrom('deletions').where('org', '=', org).where('team', '=', deletion.team);
        await back.where('kind', '=', deletion.kind).where('id', '=', deletion.id).execute();
      } else {
        await tx
          .insertInto('deletions')
          .values({ org, ...deletion, at })
          .onConflict((row) =>
            row.columns(['org', 'team', 'kind', 'id']).doUpdateSet({
              at: sql<number>`greatest(deletions.at, excluded.at)`,
            }),
          )
          .execute();
      }
    }
  });
}

async function raiseMark(kept: Kysely<GuardTables>, db: Kysely<Tables>, key: string): Promise<void> {
  const [org = '', team = ''] = key.split(' ');
  const { epoch, seq } = await inTenant(db, { org, team }, (tx) => readLife(tx, { org, team }));
  await sql`insert into high_water (org, team, epoch, seq, place)
    select ${org}, ${team}, ${epoch}, ${seq}, coalesce(max(place), 0) + 1 from high_water
      where org = ${org} and team = ${team}
    on conflict (org, team, epoch) do update set seq = greatest(high_water.seq, excluded.seq)`.execute(kept);
}
