import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '../operate/config.ts';
import { readRoutes } from '../operate/read-routes.ts';
import { startCluster } from '../postgres/cluster.ts';
import { ensureDatabase } from '../postgres/ensure-database.ts';
import { addressFindings } from './address-findings.ts';
import { clusterFindings } from './cluster-findings.ts';
import { bad, type Finding, good } from './finding.ts';
import { diskFinding, machineFindings } from './machine-findings.ts';
import { phoneFindings } from './phone-findings.ts';

/**
 * Looks at everything that the server needs, and changes nothing but that it starts the server's
 * own PostgreSQL for as long as it looks. `address`: at which agents reach the server.
 */
export async function examine(
  environment: NodeJS.ProcessEnv,
  address: string | null,
  now: () => number,
): Promise<readonly Finding[]> {
  const machine = await machineFindings(process.versions.node);
  const config = settings(environment);
  if (!config.ok) return [...machine, config.finding];
  const reached =
    address === null ? [] : await addressFindings(address, environment['TRUSTED_PROXIES'] ?? '', now);
  const phones = await phoneFindings(config.config.phoneEvents);
  return [...machine, ...(await storageFindings(config.config, now)), ...phones, ...reached];
}

type Settings =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly finding: Finding };

function settings(environment: NodeJS.ProcessEnv): Settings {
  try {
    return { ok: true, config: readConfig(environment) };
  } catch (error) {
    return { ok: false, finding: unusable('settings', error) };
  }
}

async function storageFindings(
  { database, erasures, connections }: Config,
  now: () => number,
): Promise<readonly Finding[]> {
  switch (database.kind) {
    case 'url':
      return await clusterFindings({ ...database, erasures }, connections, now);
    case 'routes':
      try {
        const found: Finding[] = [];
        const { clusters } = await readRoutes(database.file);
        for (const [name, addresses] of Object.entries(clusters)) {
          for (const one of await clusterFindings(addresses, connections, now))
            found.push({ ...one, about: `${name}: ${one.about}` });
        }
        return found;
      } catch (error) {
        return [unusable('settings', error)];
      }
    case 'embedded':
      return await embeddedFindings(database.directory, erasures, connections, now);
  }
}

/** Of the server's own PostgreSQL. It is not made here: only the server knows that it is wanted. */
async function embeddedFindings(
  directory: string,
  erasures: string | null,
  connections: number,
  now: () => number,
): Promise<readonly Finding[]> {
  if (!existsSync(join(directory, 'cluster')))
    return [good('database', `The server makes its own in ${directory} at its first start.`)];
  try {
    const cluster = await startCluster(directory, () => {}, 'visit');
    try {
      const owner = await ensureDatabase(cluster.url, 'sansheng');
      const found = await clusterFindings({ owner, app: null, listen: null, erasures }, connections, now);
      return [...found, await diskFinding(directory)];
    } finally {
      await cluster.stop();
    }
  } catch (error) {
    return [unusable('database', error)];
  }
}

function unusable(about: string, error: unknown): Finding {
  const why = error instanceof Error ? error.message : String(error);
  return bad(about, why, 'See docs/deploy.md, The sync server.');
}
