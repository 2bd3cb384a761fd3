import pg from 'pg';
import { derivedAppUrl } from '../database/app-login.ts';
import { connectionLimits } from '../database/connection-limits.ts';
import { appFindings } from './app-findings.ts';
import { connectionFault } from './connection-fault.ts';
import { databaseFindings } from './database-findings.ts';
import { bad, doubtful, type Finding, good } from './finding.ts';

interface Addresses {
  readonly owner: string;
  readonly app: string | null;
  readonly listen: string | null;
  readonly erasures: string | null;
}

/** Of one database and of the one beside it that keeps erasures. Changes neither. */
export async function clusterFindings(
  { owner, app, listen, erasures }: Addresses,
  connections: number,
  now: () => number,
): Promise<readonly Finding[]> {
  return [
    ...(await ownerFindings(owner, app, listen, connections, now)),
    erasures === null
      ? doubtful(
          'erasures',
          'No second database keeps what a restore must not bring back.',
          'Set ERASURE_DATABASE_URL (docs/deploy.md, Back-up and restore).',
        )
      : await erasuresFinding(erasures, owner),
  ];
}

async function ownerFindings(
  owner: string,
  app: string | null,
  listen: string | null,
  connections: number,
  now: () => number,
): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString: owner, ...connectionLimits });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await databaseFindings(client, connections, now);
    const made = !found.some(({ says }) => says.startsWith('It is empty'));
    const url = app ?? derivedAppUrl(owner);
    if (url === null)
      return [...found, bad('role', 'The owner has no password.', 'Set DATABASE_APP_URL (docs/deploy.md).')];
    return made ? [...found, ...(await appFindings(url, listen ?? url))] : found;
  } catch (error) {
    return [connectionFault('database', owner, error)];
  } finally {
    await client.end();
  }
}

async function erasuresFinding(url: string, owner: string): Promise<Finding> {
  const client = new pg.Client({ connectionString: url, ...connectionLimits });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return new URL(url).host === new URL(owner).host
      ? doubtful(
          'erasures',
          'The database that keeps them is on the machine of the first one.',
          'Put it on another machine: one disk must not take both.',
        )
      : good('erasures', 'A second database keeps what a restore must not bring back.');
  } catch (error) {
    return connectionFault('erasures', url, error);
  } finally {
    await client.end();
  }
}
