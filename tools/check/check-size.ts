/**
 * Fails if the code that the panel loads, gzipped, has outgrown its limit. A part that no opened
 * panel and no ring shows at once belongs into pages/panel/frame/rest-of-panel.ts. Run it after
 * `wxt build`; `npm run bench -- size` lists the files.
 */
import { panelClosure } from './closure-size.ts';

const MOST_BYTES = 216 * 1024;

const { bytes, files } = panelClosure('.output/chrome-mv3');
const kib = (of: number) => `${(of / 1024).toFixed(1)} KiB`;
console.log(`the panel loads ${kib(bytes)} (at most ${kib(MOST_BYTES)})`);
if (bytes > MOST_BYTES) {
  for (const file of files.slice(0, 12)) console.error(`  ${kib(file.bytes).padStart(10)}  ${file.file}`);
  process.exit(1);
}
