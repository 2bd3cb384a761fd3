import type pg from 'pg';
import { MIGRATIONS } from '../database/migrations.ts';
import { bad, doubtful, type Finding, good } from './finding.ts';

const ABOUT = 'database';
const OLDEST_VERSION = 150_000;
/** Two clocks further apart make a report or a time limit wrong by what people notice, ms. */
const CLOCKS_APART_MS = 2_000;

interface Settings {
  readonly version: number;
  readonly standby: boolean;
  readonly fsync: string;
  readonly commit: string;
  readonly pages: string;
  readonly connections: number;
  readonly now: number;
  readonly empty: boolean;
}

/**
 * What `owner`, a connection as the owner, shows of the database. `connections`: each process. An
 * empty one has no role to look at yet.
 */
export async function databaseFindings(
  owner: pg.Client,
  connections: number,
  now: () => number,
): Promise<{ readonly isEmpty: boolean; readonly findings: readonly Finding[] }> {
  const { rows } = await owner.query<Settings>(`
    select current_setting('server_version_num')::int as version, pg_is_in_recovery() as standby,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('full_page_writes') as pages, extract(epoch from clock_timestamp()) * 1000 as now,
      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as connections,
      to_regclass('kysely_migration') is null as empty`);
  const [found] = rows;
  if (found === undefined) throw new Error('PostgreSQL answered a query of its settings with nothing.');
  const findings = [
    versionFinding(found.version),
    ...(found.standby
      ? [bad(ABOUT, 'It is a standby: nothing can be written.', 'Use the address of the primary.')]
      : []),
    durabilityFinding(found),
    connectionsFinding(found.connections, connections),
    clockFinding(Number(found.now) - now()),
    found.empty
      ? good(ABOUT, 'It is empty: the server makes its tables at its first start.')
      : await migrationsFinding(owner),
  ];
  return { isEmpty: found.empty, findings };
}

function versionFinding(version: number): Finding {
  const major = Math.trunc(version / 10_000);
  return version >= OLDEST_VERSION
    ? good(ABOUT, `PostgreSQL ${major}.`)
    : bad(ABOUT, `PostgreSQL ${major} is too old.`, 'Use PostgreSQL 15 or newer.');
}

function durabilityFinding({ fsync, commit, pages }: Settings): Finding {
  const off = Object.entries({ fsync, synchronous_commit: commit, full_page_writes: pages })
    .filter(([, value]) => value === 'off')
    .map(([name]) => name);
  return off.length === 0
    ? good(ABOUT, 'What is acknowledged is on its disk.')
    : bad(
        ABOUT,
        `${off.join(' and ')} is off: acknowledged data can be lost.`,
        `Set ${off.join(' and ')} to on.`,
      );
}

function connectionsFinding(allowed: number, wanted: number): Finding {
  // One more listens, two migrate at the start.
  const needed = wanted + 3;
  return allowed >= needed
    ? good(ABOUT, `It allows ${allowed} connections; a server process uses up to ${needed}.`)
    : bad(
        ABOUT,
        `It allows ${allowed} connections; a server process uses up to ${needed}.`,
        'Raise max_connections, or lower DATABASE_CONNECTIONS.',
      );
}

function clockFinding(ahead: number): Finding {
  return Math.abs(ahead) <= CLOCKS_APART_MS
    ? good('clock', 'The database’s clock agrees with this machine’s.')
    : doubtful(
        'clock',
        `The database’s clock and this machine’s are ${Math.round(Math.abs(ahead) / 1000)} s apart.`,
        'Run a time service (chrony, systemd-timesyncd) on both.',
      );
}

async function migrationsFinding(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query<{ name: string }>('select name from kysely_migration');
  const applied = new Set(rows.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length > 0)
    return bad(
      ABOUT,
      `A newer server has used it: this one does not know ${unknown.join(', ')}.`,
      'Go back to that version of the server, or restore a back-up from before it.',
    );
  const pending = Object.keys(MIGRATIONS).filter((name) => !applied.has(name));
  return pending.length === 0
    ? good(ABOUT, 'Its tables are those of this version.')
    : doubtful(
        ABOUT,
        `${pending.length} migrations are applied at the next start.`,
        'Make a back-up before you start this version.',
      );
}
