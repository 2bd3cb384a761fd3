import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Role that owns the tables of the embedded cluster. */
export const OWNER = 'sansheng';

/** Any number that no other code locks in this cluster. */
const LOCK = 33;

/** Every 200 ms: recovery after a crash takes seconds. */
const CONNECT_ATTEMPTS = 150;

export interface DirectoryLock {
  /** Resolves when the connection ends, which frees the lock: PostgreSQL ended, or `free`. */
  readonly lost: Promise<void>;
  readonly free: () => Promise<void>;
}

/**
 * Locks a data directory in its PostgreSQL, which frees the lock however the process ends. Null if
 * another process has it.
 */
export async function acquireLock(url: string): Promise<DirectoryLock | null> {
  const client = await connect(url);
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()));
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
  if (rows[0]?.got !== true) {
    await client.end();
    return null;
  }
  return { lost, free: () => client.end() };
}

/** Waits while PostgreSQL is starting (57P03, cannot_connect_now). */
async function connect(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    // PostgreSQL ended: `lost` says so.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      const isStarting = error instanceof pg.DatabaseError && error.code === '57P03';
      if (!isStarting || attempt === CONNECT_ATTEMPTS) throw error;
      await pause(200);
    }
  }
}
