import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** Creates a database, as a copy of the migrated one or empty, and gives its owner's url. */
export async function freshDatabase(template: 'template' | 'template1' = 'template'): Promise<string> {
  const cluster = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(`${cluster}postgres`, async (client) => {
    await client.query(`create database ${name} template ${template}`);
  });
  return `${cluster}${name}`;
}

/** Runs work on a direct connection, without the server. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
