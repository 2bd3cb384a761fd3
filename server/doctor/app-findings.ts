import pg from 'pg';
import { connectAsApp, UnfitDatabase } from '../database/connect.ts';
import { connectionLimits } from '../database/connection-limits.ts';
import { acceptsWrites } from '../operate/accepts-writes.ts';
import { connectionFault } from './connection-fault.ts';
import { bad, type Finding, good } from './finding.ts';

const CHANNEL = 'sansheng_doctor';
const DELIVERED_WITHIN_MS = 3_000;

/** Of the role with which the server works, and of its direct address for LISTEN. */
export async function appFindings(app: string, listen: string): Promise<readonly Finding[]> {
  const opened = await open(app);
  if (!opened.ok) return [opened.finding];
  const writes = await acceptsWrites(opened.db);
  await opened.db.destroy();
  return [
    good('role', 'The server works as a role that owns nothing, behind row-level security.'),
    writes
      ? good('database', 'A write reached its disk.')
      : bad(
          'database',
          'A write did not reach its disk in time.',
          'Is the disk full, or the database a standby?',
        ),
    await listenFinding(app, listen),
  ];
}

type Opened =
  | { readonly ok: true; readonly db: Awaited<ReturnType<typeof connectAsApp>> }
  | { readonly ok: false; readonly finding: Finding };

async function open(app: string): Promise<Opened> {
  try {
    return { ok: true, db: await connectAsApp(app, 1) };
  } catch (error) {
    const finding =
      error instanceof UnfitDatabase
        ? bad('role', error.message, 'See DATABASE_APP_URL in docs/deploy.md.')
        : connectionFault('role', app, error);
    return { ok: false, finding };
  }
}

/** A pooler that pools transactions accepts LISTEN, and never delivers. */
async function listenFinding(app: string, listen: string): Promise<Finding> {
  const listener = new pg.Client({ connectionString: listen, ...connectionLimits });
  const speaker = new pg.Client({ connectionString: app, ...connectionLimits });
  // A connection that breaks meanwhile shows itself by silence.
  for (const client of [listener, speaker]) client.on('error', () => undefined);
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.all([listener.connect(), speaker.connect()]);
    const delivered = new Promise<boolean>((resolve) => {
      listener.on('notification', () => resolve(true));
      timer = setTimeout(resolve, DELIVERED_WITHIN_MS, false);
    });
    await listener.query(`listen ${CHANNEL}`);
    await speaker.query(`notify ${CHANNEL}`);
    return (await delivered)
      ? good('events', 'What one process announces, another one hears.')
      : bad(
          'events',
          'What one process announces, another one does not hear.',
          'DATABASE_LISTEN_URL must lead to PostgreSQL directly, not through a pooler.',
        );
  } catch (error) {
    return connectionFault('events', listen, error);
  } finally {
    clearTimeout(timer);
    await Promise.allSettled([listener.end(), speaker.end()]);
  }
}
