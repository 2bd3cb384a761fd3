import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { ResolvedPublicFile } from 'wxt';
import { settingsSchema } from '../contract/settings/settings.ts';

const propertySchema = v.object({
  type: v.picklist(['string', 'number', 'integer', 'boolean']),
  enum: v.optional(v.array(v.string())),
  description: v.string(),
});

/**
 * Chromium's schema for `storage.managed` (a small part of JSON Schema), from the settings'
 * schema.
 */
export function managedSchema() {
  // JSON Schema cannot express the check of a server address: contract/settings does it.
  const { properties = {} } = toJsonSchema(settingsSchema, { errorMode: 'ignore' });
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, v.parse(propertySchema, property)]),
    ),
  };
}

/** WXT's hook for public files: adds the schema under the name that the manifest gives. */
export function addManagedSchema(files: ResolvedPublicFile[]): void {
  files.push({ contents: JSON.stringify(managedSchema(), null, 2), relativeDest: 'managed-schema.json' });
}
