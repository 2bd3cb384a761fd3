/**
 * Writes public/managed-schema.json; a test holds that it is current. `npx tsx
 * tools/write-managed-schema.ts`
 */
import { writeFileSync } from 'node:fs';
import { managedSchema } from './managed-schema.ts';

writeFileSync('public/managed-schema.json', `${JSON.stringify(managedSchema(), null, 2)}\n`);
