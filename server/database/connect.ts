import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { APP_ROLE } from './protect.ts';
import type { Tables } from './tables.ts';

const INT8 = pg.types.builtins.INT8;

/** Reads bigint as number: counters and instants fit a double. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
};

/** Connects as the owner of the tables, for migrations only. */
export function connectAsOwner(url: string): Kysely<never> {
  const pool = new pg.Pool({ connectionString: url, max: 2, types });
  return new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Connects as the app role. Throws if row-level security would not hold, for instance behind a
 * pooler that drops start-up options.
 */
export async function connectAsApp(url: string, connections: number): Promise<Kysely<Tables>> {
  const options = `-c role=${APP_ROLE} -c synchronous_commit=on`;
  const pool = new pg.Pool({ connectionString: url, max: connections, types, options });
  // The pool replaces a broken idle connection; a query on a broken one rejects by itself.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { rows } = await sql<{ role: string; above: boolean; open: number; fsync: string }>`
    select current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as above,
      (select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
        and pg_get_userbyid(relowner) = current_user) as open,
      current_setting('fsync') as fsync`.execute(db);
  const [found] = rows;
  if (found?.role !== APP_ROLE || found.above || found.open > 0) {
    await db.destroy();
    throw new Error(`The database does not let the server work as ${APP_ROLE} behind row-level security.`);
  }
  if (found.fsync !== 'on') {
    await db.destroy();
    throw new Error('The database runs with fsync off: it cannot guarantee acknowledged data.');
  }
  return db;
}
