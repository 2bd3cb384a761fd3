import { Migrator } from 'kysely/migration';
import { connectAsOwner } from './connect.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Migrates to the newest version, or to the migration `to`. Concurrent processes wait for each
 * other. Throws if a migration fails; it is rolled back then.
 */
export async function migrate(ownerUrl: string, to: string | null = null): Promise<void> {
  const db = connectAsOwner(ownerUrl);
  try {
    const provider = { getMigrations: async () => ({ ...MIGRATIONS }) };
    const migrator = new Migrator({ db, provider });
    const { error } = await (to === null ? migrator.migrateToLatest() : migrator.migrateTo(to));
    if (error !== undefined) throw error;
  } finally {
    await db.destroy();
  }
}
