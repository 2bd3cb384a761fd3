import { ClockChecker } from './clocks/clock-checker.ts';
import { runEvents } from './events/run-events.ts';
import type { OpenDatabase, OpenDatabases } from './operate/open-database.ts';
import { shippedPack } from './packs/shipped-pack.ts';
import type { DatabasePorts, DatabaseRouting } from './ports.ts';
import { openGuard } from './restore/open-guard.ts';
import { NO_GUARD } from './restore/restore-guard.ts';
import { applyRetention } from './sync/apply-retention.ts';
import { deliver } from './webhooks/deliver.ts';
import type { PostMessage } from './webhooks/post-message.ts';
import { runRounds } from './webhooks/run-rounds.ts';

interface ServedDatabases {
  /** The only one, or any of several: requests of an organisation use its own. */
  readonly first: DatabasePorts;
  /** Null where there is only one. */
  readonly routing: DatabaseRouting | null;
  /** Closes every stream. The caller closes the databases. */
  stop(): Promise<void>;
}

interface ServedDatabase {
  readonly ports: DatabasePorts;
  stop(): Promise<void>;
}

const RETENTION_EVERY_MS = 3_600_000;
/** A help request must not wait longer than this for its first attempt. */
const WEBHOOKS_EVERY_MS = 1_000;

export async function serveDatabases(
  { byName, nameOf }: OpenDatabases,
  post: PostMessage,
  failed: (error: unknown) => void,
): Promise<ServedDatabases> {
  const served = new Map<string, ServedDatabase>();
  const stop = async () => {
    await Promise.all(Array.from(served.values(), (one) => one.stop()));
  };
  try {
    for (const [name, database] of byName) served.set(name, await serveDatabase(database, post, failed));
  } catch (error) {
    await stop();
    throw error;
  }
  const all = Array.from(served.values(), ({ ports }) => ports);
  const [first] = all;
  if (first === undefined) throw new Error('There is no database.');
  const of = (org: string) => served.get(nameOf?.(org) ?? '')?.ports ?? null;
  return { first, routing: nameOf === null ? null : { of, all }, stop };
}

/**
 * What a server process does for one database besides its requests: event streams, retention, and
 * deleting again what a restore or a promotion brought back.
 */
async function serveDatabase(
  { db, listenUrl, erasures }: OpenDatabase,
  post: PostMessage,
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
    const clocks = new ClockChecker({ db, now: Date.now, shipped: shippedPack, failed });
    const checks = runRounds(WEBHOOKS_EVERY_MS, () => clocks.check(), failed);
    const delivering = { db, post, now: Date.now, random: Math.random };
    const deliveries = runRounds(WEBHOOKS_EVERY_MS, () => deliver(delivering), failed);
    return {
      ports,
      stop: async () => {
        clearInterval(timer);
        await checks.stop();
        await deliveries.stop();
        await events.stop();
        await opened?.close();
      },
    };
  } catch (error) {
    await opened?.close();
    throw error;
  }
}
