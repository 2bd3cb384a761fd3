import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SCRIPTS_DIR } from '../../tools/compile-pack.ts';
import { packJsonSchema } from '../../tools/write-pack-schema.ts';
import { without, withValue } from '../helpers/edit-json.ts';

const ajv = new Ajv({ strict: false }).addSchema({ ...JSON.parse(packJsonSchema()), $id: 'pack' });

/** An editor finds the definition through the first line of the file. */
function accepts(kind: string, value: unknown): boolean {
  return ajv.validate(`pack#/$defs/${kind}`, value) === true;
}

test('an editor accepts every file', () => {
  const files = readdirSync(SCRIPTS_DIR, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  const refused = files.filter((file) => {
    const text = readFileSync(join(SCRIPTS_DIR, file), 'utf8');
    const kind = /#\/\$defs\/(\w+)/.exec(text)?.[1] ?? '';
    return !accepts(kind, parse(text));
  });
  expect(refused).toEqual([]);
});

test('an editor marks what the build would refuse', () => {
  const silent: unknown = parse(readFileSync(join(SCRIPTS_DIR, 'situations', 'silent-caller.yaml'), 'utf8'));
  expect(accepts('situation', silent)).toBe(true);
  expect(accepts('situation', withValue(silent, ['steps', 0, 'wait', 'seconds'], 0))).toBe(false);
  expect(accepts('situation', withValue(silent, ['steps', 0, 'kind'], 'shout'))).toBe(false);
  expect(accepts('situation', withValue(silent, ['triggers', 0, 'kind'], 'moon'))).toBe(false);
  expect(accepts('situation', withValue(silent, ['colour'], 'red'))).toBe(false);
  expect(accepts('situation', without(silent, ['steps', 0, 'text', 'zh-TW']))).toBe(false);
});
