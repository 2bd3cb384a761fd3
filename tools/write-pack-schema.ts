import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { adapterSchema } from '../contract/pack/adapter.ts';
import { calendarSchema } from '../contract/pack/calendar.ts';
import { courtesySchema } from '../contract/pack/courtesy.ts';
import { directoryEntrySchema } from '../contract/pack/directory.ts';
import { festivalSchema } from '../contract/pack/festival.ts';
import { packSchema } from '../contract/pack/pack.ts';
import { situationSchema } from '../contract/pack/situation.ts';
import { techniqueSchema } from '../contract/pack/technique.ts';
import { workOrdersSchema } from '../contract/pack/work-orders.ts';
import { loadPack, SCRIPTS_DIR } from './compile-pack.ts';

const LANGUAGES = loadPack().languages;

/** One definition for each kind of file in scripts/. The first line of a file names its own. */
const KINDS = {
  pack: v.pick(packSchema, ['id', 'version', 'languages', 'settings', 'shift']),
  situation: situationSchema,
  technique: techniqueSchema,
  adapter: adapterSchema,
  courtesy: courtesySchema,
  directory: v.array(directoryEntrySchema),
  festivals: v.array(festivalSchema),
  workOrders: workOrdersSchema,
  calendar: calendarSchema,
};

/** The JSON Schema with which an editor completes and checks the files of scripts/. */
export function packJsonSchema(): string {
  const $defs = Object.fromEntries(
    Object.entries(KINDS).map(([kind, schema]) => {
      const { $schema: _, ...definition } = toJsonSchema(schema, {
        typeMode: 'input',
        errorMode: 'throw',
        // Which characters can be stored is no matter of an editor.
        ignoreActions: ['trim', 'check'],
      });
      return [kind, definition];
    }),
  );
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Sansheng script pack', $defs };
  return `${JSON.stringify(schema, requireLanguages, 2)}\n`;
}

/** A text is the only record of a pack; in scripts/ it has every language that the pack names. */
function requireLanguages(_key: string, value: unknown): unknown {
  const isText = typeof value === 'object' && value !== null && 'propertyNames' in value;
  return isText ? { ...value, required: LANGUAGES } : value;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(SCRIPTS_DIR, 'pack.schema.json'), packJsonSchema());
}
