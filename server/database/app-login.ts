import { createHmac } from 'node:crypto';
import pg from 'pg';
import { connectionLimits } from './connection-limits.ts';
import { APP_ROLE } from './protect.ts';
import { scramVerifier } from './scram-verifier.ts';

/**
 * The address with which the server works when only the owner's is given: the app role logs in with
 * a password that follows from the owner's, so every server process finds the same one. Migrate
 * first. Throws if the owner may not give the app role a password.
 */
export async function appUrlOf(ownerUrl: string): Promise<string> {
  const url = derivedAppUrl(ownerUrl);
  if (url === null) throw new Error(`Without the owner's password, ${NEEDS_APP_URL}`);
  if (await logsIn(url)) return url;
  try {
    await setPassword(ownerUrl, new URL(url).password);
  } catch (error) {
    // The lock is the database's, the role the cluster's: a server of another database was first.
    if (!(await logsIn(url))) throw error;
  }
  return url;
}

/** The address alone: whether the role logs in is not tried. Null without the owner's password. */
export function derivedAppUrl(ownerUrl: string): string | null {
  const url = new URL(ownerUrl);
  if (url.password === '') return null;
  const secret = createHmac('sha256', decodeURIComponent(url.password)).update(APP_ROLE);
  url.username = APP_ROLE;
  url.password = secret.digest('hex');
  return url.href;
}

const NEEDS_APP_URL = `set DATABASE_APP_URL to the address of a role that is a member of ${APP_ROLE}.`;

/** Any number that no other code locks in this database. */
const LOCK = 34;

/** A process that starts at the same time may have done it. */
async function setPassword(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, ...connectionLimits });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const verifier = client.escapeLiteral(scramVerifier(password));
    await client.query(`alter role ${client.escapeIdentifier(APP_ROLE)} login password ${verifier}`);
    await client.query('commit');
  } catch (cause) {
    throw new Error(`The owner may not let ${APP_ROLE} log in: ${NEEDS_APP_URL}`, { cause });
  } finally {
    await client.end();
  }
}

async function logsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, ...connectionLimits });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    // 28: invalid authorization specification.
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28') === true) return false;
    throw error;
  }
}
