import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { settingsSchema } from '../../contract/settings/settings.ts';
import { managedSchema } from '../../tools/managed-schema.ts';

test('an administrator can prescribe exactly what an agent can set', () => {
  expect(Object.keys(managedSchema().properties).sort()).toEqual(Object.keys(settingsSchema.entries).sort());
});

test('public/managed-schema.json is current (npx tsx tools/write-managed-schema.ts)', async () => {
  expect(JSON.parse(await readFile('public/managed-schema.json', 'utf8'))).toEqual(managedSchema());
});
