import pg from 'pg';

/** Creates the database if it is missing, and gives its url. */
export async function ensureDatabase(cluster: (database: string) => string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: cluster('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return cluster(name);
}
