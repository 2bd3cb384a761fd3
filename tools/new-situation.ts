import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { idSchema } from '../contract/pack/id.ts';

export type Scaffolded =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly reason: 'not-an-id' | 'exists' | 'no-table' };

/**
 * `npm run new-situation -- my-situation` writes the script, its row in the handbook, its expected
 * order and its story. The story fails until it is completed; if the script has no branch and no
 * wait, a row in tests/stories/situations/picked-situations.ts replaces it.
 */
export function newSituation(id: string, root: string): Scaffolded {
  if (!v.is(idSchema, id)) return { ok: false, reason: 'not-an-id' };
  const script = join(root, 'scripts', 'situations', `${id}.yaml`);
  const story = join(root, 'tests', 'stories', 'situations', `${id}.test.ts`);
  if (existsSync(script) || existsSync(story)) return { ok: false, reason: 'exists' };

  const handbook = join(root, 'docs', 'handbook.md');
  const lines = readFileSync(handbook, 'utf8').split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('| §2.'));
  if (last < 0) return { ok: false, reason: 'no-table' };
  const section = `§2.${lines.filter((line) => line.startsWith('| §2.')).length + 1}`;
  lines.splice(
    last + 1,
    0,
    `| ${section} | ${id} | 新场景 | A | say what is done, in order | – | say what must not be done | caller |`,
  );
  writeFileSync(handbook, lines.join('\n'));

  const orders = join(root, 'tests', 'scripts', 'expected-orders.ts');
  const expected = readFileSync(orders, 'utf8').replace(
    /\};\s*$/,
    `  '${id}': { shape: 'say', cn: '您好', tw: '您好' },\n};\n`,
  );
  writeFileSync(orders, expected);
  writeFileSync(script, scriptOf(id, section));
  writeFileSync(story, storyOf(id));
  return { ok: true, files: [script, story, handbook, orders] };
}

function scriptOf(id: string, section: string): string {
  const text = (cn: string, tw: string, en: string) =>
    ['zh-CN', 'zh-TW', 'en'].map((language, n) => `${language}: ${[cn, tw, en][n]}`);
  return [
    '# yaml-language-server: $schema=../pack.schema.json#/$defs/situation',
    `id: ${id}`,
    'title:',
    ...text('新场景', '新情境', 'New situation').map((line) => `  ${line}`),
    'group: query',
    'tags: []',
    `handbook: ${section}`,
    'triggers:',
    '  - { kind: picked }',
    'steps:',
    '  - kind: say',
    '    id: greet',
    '    text:',
    ...text('您好。', '您好。', 'Hello.').map((line) => `      ${line}`),
    'prohibitions:',
    ...text('写明禁忌', '寫明禁忌', 'Say what must not be done').map(
      (line, n) => `  ${n === 0 ? '- ' : '  '}${line}`,
    ),
    '',
  ].join('\n');
}

function storyOf(id: string): string {
  return `import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('${id}: say here what it does', () => {
  const story = scriptStory().inConversation().picks('${id}');
  story.thePanelShows({ says: ['words of the first step'], warns: ['words of the prohibition'] });
});
`;
}

if (process.argv[1] === import.meta.filename) {
  const made = newSituation(process.argv[2] ?? '', join(import.meta.dirname, '..'));
  if (made.ok) console.log(made.files.join('\n'));
  else {
    const why = {
      'not-an-id': 'give an id of small letters, digits and hyphens: npm run new-situation -- my-situation',
      exists: 'a situation or a story of that name exists already',
      'no-table': 'docs/handbook.md has no table of situations',
    };
    console.error(why[made.reason]);
    process.exitCode = 1;
  }
}
