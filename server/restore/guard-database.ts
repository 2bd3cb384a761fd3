import { type Kysely, sql } from 'kysely';

/** Tables of the second database. It belongs to the server alone. */
export interface GuardTables {
  deletions: {
    org: string;
    team: string;
    kind: 'note' | 'subject' | 'erasure' | 'customer' | 'device' | 'token' | 'webhook' | 'member';
    id: string;
    owner: string | null;
    at: number;
  };
  /** Each life of a team's data, the newest with the highest `place`. */
  high_water: {
    org: string;
    team: string;
    epoch: string;
    place: number;
    /** The highest number of a change that was acknowledged in it. */
    seq: number;
  };
}

/** Any number that no other code locks in this database. */
const LOCK = 35;

const TABLES = [
  `create table if not exists deletions (org text not null, team text not null, kind text not null, id text not null,
     owner text, at bigint not null, primary key (org, team, kind, id))`,
  `create table if not exists high_water (org text not null, team text not null, epoch text not null,
     place bigint not null, seq bigint not null, primary key (org, team, epoch))`,
];

/** Creates the tables in an empty database. Throws if it would not keep what it acknowledges. */
export async function prepareGuardDatabase(db: Kysely<GuardTables>): Promise<void> {
  await locked(db, async (tx) => {
    for (const table of TABLES) await sql.raw(table).execute(tx);
    const { rows } = await sql<{ fsync: string }>`select current_setting('fsync') as fsync`.execute(tx);
    if (rows[0]?.fsync !== 'on') throw new Error('The erasure database runs with fsync off.');
  });
}

/** One transaction at a time, over all server processes. */
export async function locked<T>(
  db: Kysely<GuardTables>,
  work: (tx: Kysely<GuardTables>) => Promise<T>,
): Promise<T> {
  return await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    return await work(tx);
  });
}
