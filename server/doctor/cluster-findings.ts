import { derivedAppUrl } from '../database/app-login.ts';
import type { Addresses } from '../operate/open-database.ts';
import { appFindings } from './app-findings.ts';
import { findingsAt } from './connection-fault.ts';
import { databaseFindings } from './database-findings.ts';
import { bad, doubtful, type Finding, good } from './finding.ts';

/** Of one database and of the one beside it that keeps erasures. Changes neither. */
export async function clusterFindings(
  addresses: Addresses,
  connections: number,
  now: () => number,
): Promise<readonly Finding[]> {
  const { owner, erasures } = addresses;
  return [
    ...(await ownerFindings(addresses, connections, now)),
    ...(erasures === null
      ? [
          doubtful(
            'erasures',
            'No second database keeps what a restore must not bring back.',
            'Set ERASURE_DATABASE_URL (docs/deploy.md, Back-up and restore).',
          ),
        ]
      : await erasuresFindings(erasures, owner)),
  ];
}

async function ownerFindings(
  { owner, app, listen }: Addresses,
  connections: number,
  now: () => number,
): Promise<readonly Finding[]> {
  return await findingsAt('database', owner, async (client) => {
    const { isEmpty, findings } = await databaseFindings(client, connections, now);
    const url = app ?? derivedAppUrl(owner);
    if (url === null)
      return [
        ...findings,
        bad('role', 'The owner has no password.', 'Set DATABASE_APP_URL (docs/deploy.md).'),
      ];
    return isEmpty ? findings : [...findings, ...(await appFindings(url, listen ?? url))];
  });
}

async function erasuresFindings(url: string, owner: string): Promise<readonly Finding[]> {
  return await findingsAt('erasures', url, async (client) => {
    await client.query('select 1');
    const isBeside = new URL(url).host === new URL(owner).host;
    return [
      isBeside
        ? doubtful(
            'erasures',
            'The database that keeps them is on the machine of the first one.',
            'Put it on another machine: one disk must not take both.',
          )
        : good('erasures', 'A second database keeps what a restore must not bring back.'),
    ];
  });
}
