import pg from 'pg';
import { connectionLimits } from '../database/connection-limits.ts';
import { bad, type Finding } from './finding.ts';

/** What `read` finds over one connection to `url`, or why there is none. */
export async function findingsAt(
  about: string,
  url: string,
  read: (client: pg.Client) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString: url, ...connectionLimits });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await read(client);
  } catch (error) {
    return [connectionFault(about, url, error)];
  } finally {
    await client.end();
  }
}

/** What keeps a connection to `url` from being made. The password is never shown. */
export function connectionFault(about: string, url: string, error: unknown): Finding {
  const { hostname, port, pathname, username } = new URL(url);
  const host = `${hostname}:${port === '' ? '5432' : port}`;
  const database = decodeURIComponent(pathname.slice(1));
  const role = decodeURIComponent(username);
  if (error instanceof pg.DatabaseError) {
    // Class 28: invalid authorization specification.
    if (error.code?.startsWith('28') === true)
      return bad(
        about,
        `${host} refuses the role ${role}.`,
        `Check its password, and pg_hba.conf at ${host}.`,
      );
    if (error.code === '3D000')
      return bad(about, `There is no database ${database} at ${host}.`, `createdb ${database}`);
    if (error.code === '53300')
      return bad(
        about,
        `${host} has no connection left.`,
        'Raise max_connections, or lower DATABASE_CONNECTIONS.',
      );
    return bad(
      about,
      `${host} answers ${error.code ?? 'an error'}: ${error.message}.`,
      'See PostgreSQL’s log.',
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = code === 'ENOTFOUND' ? `The name ${hostname} is not known` : `${host} does not answer`;
  return bad(about, `${why}.`, 'Check the address, that PostgreSQL listens there, and the firewall.');
}
