import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a browser script next to `base`, as the extension's build would, and returns it as text.
 */
export async function bundle(file: string, base: string): Promise<string> {
  const entry = fileURLToPath(new URL(file, base));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'page' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error(`Nothing was built from ${file}.`);
  return output.output[0].code;
}
