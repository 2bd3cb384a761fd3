import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { GuardTables } from '../restore/guard-database.ts';
import { connectionLimits } from './connection-limits.ts';
import { APP_ROLE } from './protect.ts';
import type { Tables } from './tables.ts';

const INT8 = pg.types.builtins.INT8;

/** Reads bigint as number: counters and instants fit a double. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
};

/** Connects as the owner of the tables, for migrations only: they may take long. */
export function connectAsOwner(url: string): Kysely<never> {
  const { connectionTimeoutMillis, keepAlive } = connectionLimits;
  const pool = new pg.Pool({ connectionString: url, max: 2, types, connectionTimeoutMillis, keepAlive });
  return new Kysely<never>({ dialect: new PostgresDialect({ pool: hardened(pool) }) });
}

/** Connects to the database of erasures, as its owner: few and short statements. */
export function connectToGuard(url: string): Kysely<GuardTables> {
  const limits = { ...connectionLimits, query_timeout: 4_000, statement_timeout: 3_000 };
  const pool = new pg.Pool({ connectionString: url, max: 4, types, ...limits });
  return new Kysely<GuardTables>({ dialect: new PostgresDialect({ pool: hardened(pool) }) });
}

/** Role or settings of the database are such that the server must not work with it. */
export class UnfitDatabase extends Error {}

/**
 * Connects as a role that owns nothing (`appUrlOf`, or one of the operator's), directly or through
 * a pooler, also one that pools transactions. Throws if row-level security would not hold.
 */
export async function connectAsApp(url: string, connections: number): Promise<Kysely<Tables>> {
  const pool = new pg.Pool({ connectionString: url, max: connections, types, ...connectionLimits });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: hardened(pool) }) });
  try {
    await checkRole(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function checkRole(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ granted: boolean; above: boolean; open: number; fsync: string }>`
    select pg_has_role(session_user, ${APP_ROLE}, 'usage') as granted,
      (select bool_or(rolsuper or rolbypassrls) from pg_roles where pg_has_role(session_user, oid, 'member')) as above,
      (select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
        and pg_has_role(session_user, relowner, 'member')) as open,
      current_setting('fsync') as fsync`.execute(db);
  const [found] = rows;
  if (found?.granted !== true || found.above || found.open > 0)
    throw new UnfitDatabase(
      `The database does not let the server work as ${APP_ROLE} behind row-level security.`,
    );
  if (found.fsync !== 'on')
    throw new UnfitDatabase('The database runs with fsync off: it cannot guarantee acknowledged data.');
}

/** A connection that breaks, idle or in a transaction, never ends the process. */
function hardened(pool: pg.Pool): pg.Pool {
  // The pool replaces a broken idle connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // While a transaction has it, the pool does not listen; its queries reject by themselves.
    client.on('error', () => undefined);
    // After a missing answer the connection is not used again: its next query would wait as well.
    client.query = new Proxy(client.query, {
      apply: (query, self, args) => {
        const result: unknown = Reflect.apply(query, self, args);
        if (result instanceof Promise) {
          result.catch((error: unknown) => {
            if (isMissing(error)) void client.end();
          });
        }
        return result;
      },
    });
  });
  return pool;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}
