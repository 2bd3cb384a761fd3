import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build } from 'vite';

/**
 * A web page on localhost (a secure context) that runs one TypeScript module of the tests or
 * benchmarks.
 */
export interface PageServer {
  readonly url: string;
  close(): void;
}

/** @param files more files by their path, as the extension would have them beside its pages. */
export async function servePage(
  module: string,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<PageServer> {
  const script = await bundle(resolve(module));
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    const isScript = request.url?.endsWith('.js') === true;
    // Cross-origin isolated: the page's clock then has microseconds instead of tenths of a
    // millisecond.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    const otherwise = file === undefined ? 'text/html; charset=utf-8' : 'application/octet-stream';
    response.setHeader('content-type', isScript ? 'text/javascript' : otherwise);
    if (file !== undefined) return void response.end(file);
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.');
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2023', rollupOptions: { input: entry } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} gave no bundle.`);
  return chunk.code;
}
