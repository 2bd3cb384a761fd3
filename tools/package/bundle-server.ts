import { build, type Rolldown } from 'vite';

/**
 * Writes the server with its migrations as one file, `lib/server/main.mjs` in `folder`, and gives
 * the names of the packages that it imports. It lies two folders deep like the sources, because
 * server/join/join-words.ts finds `locales/` from its own place.
 */
export async function bundleServer(folder: string): Promise<readonly string[]> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'server/main.ts',
      outDir: `${folder}/lib/server`,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  });
  const outputs: readonly unknown[] = Array.isArray(built) ? built : [built];
  return [...new Set(outputs.filter(isOutput).flatMap(({ output }) => output.flatMap(importsOf)))];
}

function isOutput(built: unknown): built is Rolldown.RolldownOutput {
  return typeof built === 'object' && built !== null && 'output' in built;
}

/** `kysely/migration` and `@noble/hashes/sha2.js` are `kysely` and `@noble/hashes`. */
function importsOf(one: Rolldown.RolldownOutput['output'][number]): readonly string[] {
  if (one.type !== 'chunk') return [];
  return [...one.imports, ...one.dynamicImports]
    .filter((name) => !name.startsWith('node:') && !name.startsWith('.'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
