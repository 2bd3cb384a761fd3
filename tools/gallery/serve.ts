import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

export interface GalleryState {
  readonly name: string;
  readonly wide: boolean;
}

export interface ServedGallery {
  /** Address of one state. */
  url(state: string, locale: string): string;
  /** Address of the list of state names. */
  readonly names: string;
  close(): Promise<void>;
}

/** Builds the gallery into a temporary folder and serves it on a free local port. */
export async function serveGallery(): Promise<ServedGallery> {
  const configFile = resolve('tools/gallery/vite.config.ts');
  const outDir = await mkdtemp(join(tmpdir(), 'sansheng-gallery-'));
  const settings = { configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } } as const;
  await build(settings);
  const server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0 } });
  const origin = server.resolvedUrls?.local[0];
  if (origin === undefined) throw new Error('The gallery is not served');
  return {
    url: (state, locale) => `${origin}?state=${state}&locale=${locale}`,
    names: `${origin}?names`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
