import { PACK_LANGUAGES } from '../contract/pack/localized-text.ts';
import { compilePack, SCRIPTS_DIR } from './compile-pack.ts';

/**
 * `npx tsx tools/check-pack.ts [folder] [zh-CN|zh-TW|en]`: every problem of a pack, one a line;
 * exit 1 if there is one.
 */
const [dir = SCRIPTS_DIR, wanted = 'en'] = process.argv.slice(2);
const compiled = compilePack(dir, PACK_LANGUAGES.find((language) => language === wanted) ?? 'en');
if (compiled.ok) {
  const { id, version, situations, techniques, directory, festivals } = compiled.pack;
  console.log(
    `${id} ${version}: ${situations.length} situations, ${techniques.length} technique cards, ` +
      `${directory.length} directory entries, ${festivals.length} festivals`,
  );
} else {
  for (const problem of compiled.problems) console.error(problem);
  process.exitCode = 1;
}
