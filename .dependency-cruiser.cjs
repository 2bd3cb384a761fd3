/**
 * The folder table of docs/architecture.md as rules: a folder imports only the folders named in
 * its row. Packages are restricted too: Dexie to storage/, JsSIP to calls/sources/jssip/.
 */
const folders = require('./tools/check/folder-table.cjs');
const serverPackages = Object.keys(require('./server/package.json').dependencies);

/** dependency-cruiser asks swc to parse TypeScript without JSX; .tsx files have it. */
const swc = require('@swc/core');
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const all = [...Object.keys(folders), 'tests', 'bench', 'tools'];

module.exports = {
  forbidden: [
    ...Object.entries(folders).map(([folder, allowed]) => ({
      name: `folder-${folder}`,
      severity: 'error',
      comment: `${folder}/ may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}`,
      from: { path: `^${folder}/` },
      to: { path: `^(${all.filter((other) => other !== folder && !allowed.includes(other)).join('|')})/` },
    })),
    {
      name: 'only-storage-knows-dexie',
      severity: 'error',
      from: { path: '^(?!storage/|tests/|bench/)' },
      to: { path: '^node_modules/dexie' },
    },
    {
      name: 'only-jssip-source-knows-jssip',
      severity: 'error',
      from: { path: '^(?!calls/sources/jssip/|tests/|bench/)' },
      to: { path: '^node_modules/jssip' },
    },
    {
      name: 'pure-folders-know-no-browser',
      severity: 'error',
      comment: 'calls/ (but for its sources), rules/, contract/ and scripts/ are folds and data',
      from: { path: '^(calls/(?!sources/)|rules/|contract/|scripts/)' },
      to: { path: '^node_modules/(wxt|@wxt-dev|webextension-polyfill|preact|@preact)/' },
    },
    {
      name: 'shipped-folders-know-no-node',
      severity: 'error',
      comment: 'what runs in a browser cannot import from node:',
      from: {
        path: '^(calls|audio|rules|scripts|contract|storage|phone-host|browser|components|pages|background|content-scripts|entrypoints)/',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-lists-its-packages',
      severity: 'error',
      comment: 'the server runs with the packages of server/package.json alone',
      from: { path: '^server/' },
      to: { path: `^node_modules/(?!(${serverPackages.join('|')})/)`, reachable: true },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|\\.wxt|out)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
