import { readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';

export interface ClosureSize {
  /** Scripts and styles, as loaded one by one: gzip, bytes. */
  readonly bytes: number;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
}

/**
 * The panel imports these while it opens: the page itself, and the shipped pack in one language.
 * Any other `import()` waits until it is used.
 */
const OPENING = [/import\([`"']\.\/(open-side-panel-[^`"']+)/g, /import\([`"']\.\/(pack-[^`"']+)/g];

/** `import a from "./x.js"`, `export … from`, and the bare `import "./x.js"`. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;
const IN_PAGE = /(?:src|href)="\/?([^"]+\.(?:js|css))"/g;
/** The files of the dynamic imports of a chunk, with their styles, as Vite lists them. */
const PRELOADS = /m\.f\s*=\s*\[([^\]]*)\]/;

/** What the panel of a built extension loads until it is at rest, in its largest language. */
export function panelClosure(dir: string): ClosureSize {
  const read = (file: string) => readFileSync(join(dir, file), 'utf8');
  const sizes = new Map<string, number>();
  const add = (file: string): void => {
    if (sizes.has(file)) return;
    const code = read(file);
    sizes.set(file, gzipped(code));
    if (!file.endsWith('.js')) return;
    for (const [, target = ''] of code.matchAll(STATIC_IMPORT)) add(join(file, '..', target));
  };
  for (const [, file = ''] of read('sidepanel.html').matchAll(IN_PAGE)) add(file);
  for (const imports of OPENING) {
    const found = [...sizes.keys()].flatMap((file) => [...read(file).matchAll(imports)]);
    const targets = found.map(([, target = '']) => `chunks/${target}`);
    const [largest] = targets.toSorted((one, other) => gzipped(read(other)) - gzipped(read(one)));
    if (largest === undefined) throw new Error(`nothing in ${dir} imports ${imports.source}`);
    add(largest);
  }
  const scripts = new Set(sizes.keys());
  for (const file of scripts) {
    if (file.endsWith('.js')) for (const style of stylesOf(read(file), scripts)) add(style);
  }
  const files = [...sizes].map(([file, bytes]) => ({ file, bytes })).toSorted((a, b) => b.bytes - a.bytes);
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

/**
 * Vite lists a dynamic import's scripts, then its styles: those behind a script that is loaded
 * belong to it.
 */
function stylesOf(code: string, loaded: ReadonlySet<string>): string[] {
  const names = [...(PRELOADS.exec(code)?.[1] ?? '').matchAll(/["']([^"']+)["']/g)].map(
    ([, name = '']) => name,
  );
  const calls = [
    ...code.matchAll(/import\(["'`]\.\/([^"'`]+)["'`]\)[^[]{0,80}__vite__mapDeps\(\[([\d,]*)\]\)/g),
  ];
  return calls
    .filter(([, target = '']) => loaded.has(`chunks/${target}`))
    .flatMap(([, , places = '']) => places.split(',').map((place) => names[Number(place)] ?? ''))
    .filter((name) => name.endsWith('.css'));
}

function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
