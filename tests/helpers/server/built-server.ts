import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleServer } from '../../../tools/package/bundle-server.ts';

export interface BuiltServer {
  /** For startServerProcess. */
  readonly program: readonly string[];
  readonly remove: () => Promise<void>;
}

/**
 * The server as one file, as it is packaged: it starts in a tenth of the time, which counts where a
 * test starts it hundreds of times. Its packages are those of this folder.
 */
export async function builtServer(): Promise<BuiltServer> {
  const folder = await mkdtemp(join('node_modules', '.server-'));
  await bundleServer(folder);
  await cp('locales', join(folder, 'locales'), { recursive: true });
  return {
    program: [join(folder, 'lib', 'server', 'main.mjs')],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
