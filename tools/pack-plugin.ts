import { join } from 'node:path';
import { PACK_LANGUAGES } from '../contract/pack/localized-text.ts';
import { compilePack, SCRIPTS_DIR } from './compile-pack.ts';
import { packInLanguage } from './pack-in-language.ts';

/** The part of a Vite plugin that is used here; WXT and Vitest bring their own Vite. */
interface PackPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  load(this: PackPluginContext, id: string): string | null;
}

interface PackPluginContext {
  addWatchFile(file: string): void;
}

/**
 * `import { pack } from '../scripts/pack.yaml'` gives the compiled pack of all files in scripts/,
 * `'../scripts/pack.yaml?language=en'` the one for readers of that language. A build with an
 * invalid pack fails with its problems. The types are in tools/pack-module.d.ts.
 */
export function packPlugin(): PackPlugin {
  return {
    name: 'sansheng-pack',
    enforce: 'pre',
    load(id) {
      const [file, query] = id.split('?');
      if (file !== join(SCRIPTS_DIR, 'pack.yaml')) return null;
      const compiled = compilePack();
      for (const file of compiled.files) this.addWatchFile(file);
      if (!compiled.ok) throw new Error(`The script pack is not sound:\n${compiled.problems.join('\n')}`);
      const asked = new URLSearchParams(query).get('language');
      const language = PACK_LANGUAGES.find((known) => known === asked);
      const pack = language === undefined ? compiled.pack : packInLanguage(compiled.pack, language);
      return `export const pack = JSON.parse(${JSON.stringify(JSON.stringify(pack))});`;
    },
  };
}
