import { runEvents } from './events/run-events.ts';
import type { OpenDatabase } from './operate/open-database.ts';
import type { DatabasePorts } from './ports.ts';
import { openGuard } from './restore/open-guard.ts';
import { NO_GUARD } from './restore/restore-guard.ts';
import { applyRetention } from './sync/apply-retention.ts';

export interface ServedDatabase {
  readonly ports: DatabasePorts;
  /** Closes every stream. The caller closes the database. */
  stop(): Promise<void>;
}

const RETENTION_EVERY_MS = 3_600_000;

/**
 * What a server process does for one database besides its requests: event streams, retention, and
 * deleting again what a restore or a promotion brought back.
 */
export async function serveDatabase(
  { db, listenUrl, erasures }: OpenDatabase,
  failed: (error: unknown) => void,
): Promise<ServedDatabase> {
  const opened = erasures === null ? null : await openGuard(erasures, db, failed);
  try {
    await opened?.reconcile(Date.now());
    const events = await runEvents(listenUrl, db, failed, () => {
      // Another server may have taken the database's place, without what it had not received.
      opened?.reconcile(Date.now()).catch(failed);
    });
    const ports = { db, events: events.hub, guard: opened?.guard ?? NO_GUARD };
    const expire = () => void applyRetention(ports, Date.now()).catch(failed);
    expire();
    const timer = setInterval(expire, RETENTION_EVERY_MS);
    return {
      ports,
      stop: async () => {
        clearInterval(timer);
        await events.stop();
        await opened?.close();
      },
    };
  } catch (error) {
    await opened?.close();
    throw error;
  }
}
