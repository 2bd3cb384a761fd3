import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A load balancer takes an unready process out within seconds, ms. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * Whether the database puts a write on its disk in time. A standby, a full disk and a database that
 * vanished do not. The write is a message in the write-ahead log that no table keeps.
 */
export async function acceptsWrites(db: Kysely<Tables>): Promise<boolean> {
  const written = sql`select pg_logical_emit_message(true, 'sansheng health', '')`.execute(db).then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ANSWER_WITHIN_MS, false);
  });
  try {
    return await Promise.race([written, late]);
  } finally {
    clearTimeout(timer);
  }
}
