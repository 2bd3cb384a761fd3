import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { packPlugin } from '../pack-plugin.ts';
import { readingsPlugin } from '../readings-plugin.ts';

/** The gallery shows every state of the pages outside an extension. It is never shipped. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [packPlugin(), readingsPlugin(), preact()],
  resolve: { alias: { '#i18n': resolve(import.meta.dirname, 'i18n.ts') } },
  server: { host: '127.0.0.1' },
});
