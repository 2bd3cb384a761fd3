import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { addAnalyserFiles } from './tools/analyser-assets.ts';
import { FIREFOX_EXTENSION_ID } from './tools/firefox-id.ts';
import { addManagedSchema } from './tools/managed-schema.ts';
import { packPlugin } from './tools/pack-plugin.ts';
import { readingsPlugin } from './tools/readings-plugin.ts';
import { STABLE_CHROME_KEY } from './tools/stable-chrome-key.ts';

/** Folder on one's own web server to ask for updates (docs/deploy.md); a store sets its own. */
const updatesFrom = process.env['SELF_HOSTED_URL'];

/**
 * Asked for where the agent joins a team, for that server alone; and, for every page, by
 * click-to-dial.
 */
const ASKED_HOSTS = ['https://*/*', 'http://*/*'] as const;

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({
    plugins: [packPlugin(), readingsPlugin(), preact()],
    resolve: {
      // The whole name alone: the file itself imports fflate/browser.
      alias: [
        { find: /^fflate$/, replacement: resolve(import.meta.dirname, 'browser/zip-here.ts') },
        // The first screen of the panel loads without the others; tests and the gallery have all.
        {
          find: /^\.{1,2}\/(?:.*\/)?panel-rest\.ts$/,
          replacement: resolve(import.meta.dirname, 'pages/panel/frame/panel-rest-later.ts'),
        },
        // Its main file is a UMD module for old browsers, of which nothing can be left out.
        { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      ],
    },
    build: { target: 'es2023' },
  }),
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      await addAnalyserFiles(wxt, files);
      addManagedSchema(files);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'notifications',
      // Firefox cannot ask for it later, and warns of nothing; Chrome asks when somebody signs in
      // with it.
      ...(browser === 'firefox' ? ['identity'] : ['offscreen', 'sidePanel']),
    ],
    // `scripting`: only once the agent turns click-to-dial on. Manifest 2 knows no hosts but among
    // these.
    optional_permissions: ['scripting', ...(browser === 'firefox' ? ASKED_HOSTS : ['identity'])],
    ...(browser === 'firefox' ? {} : { optional_host_permissions: [...ASKED_HOSTS] }),
    action: { default_title: '__MSG_actionTitle__' },
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    },
    commands: {
      // The panel's own letters (docs/decisions/key-map.md), so that they work beside it too.
      answer: { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandAnswer__' },
      'hang-up': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandHangUp__' },
      mute: { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandMute__' },
      'open-panel': { description: '__MSG_commandOpenPanel__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_EXTENSION_ID,
              strict_min_version: '128.0',
              ...(updatesFrom === undefined ? {} : { update_url: `${updatesFrom}/update.json` }),
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key: STABLE_CHROME_KEY,
          minimum_chrome_version: '116',
          ...(updatesFrom === undefined ? {} : { update_url: `${updatesFrom}/update.xml` }),
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
