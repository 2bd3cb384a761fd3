import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { packPlugin } from '../pack-plugin.ts';

/** The gallery: every state of panel and options, outside an extension. Never shipped. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [packPlugin(), preact()],
  resolve: { alias: { '#i18n': resolve(import.meta.dirname, 'i18n.ts') } },
  server: { host: '127.0.0.1' },
});
