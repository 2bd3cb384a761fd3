/**
 * The room table of docs/architecture.md as rules: who may import whom. A room that is not named in a row may not
 * be imported from it. Packages are restricted too: Dexie belongs to notes/, JsSIP to one file.
 */
const rooms = {
  calls: [],
  audio: ['calls'],
  rules: ['calls', 'contract'],
  scripts: [],
  contract: ['calls'],
  notes: ['calls', 'contract'],
  components: ['calls', 'rules', 'contract'],
  host: ['calls', 'audio', 'rules', 'contract', 'notes'],
  entrypoints: ['calls', 'audio', 'rules', 'scripts', 'contract', 'notes', 'components', 'host'],
  server: ['contract'],
  practice: ['contract', 'calls'],
};
/** dependency-cruiser asks swc to parse TypeScript without JSX; .tsx files have it. */
const swc = require('@swc/core');
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const all = [...Object.keys(rooms), 'tests', 'bench', 'tools'];

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `room-${room}`,
      severity: 'error',
      comment: `${room}/ may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}`,
      from: { path: `^${room}/` },
      to: { path: `^(${all.filter((other) => other !== room && !allowed.includes(other)).join('|')})/` },
    })),
    {
      name: 'only-notes-knows-dexie',
      severity: 'error',
      from: { path: '^(?!notes/|tests/|bench/)' },
      to: { path: '^node_modules/dexie' },
    },
    {
      name: 'only-jssip-source-knows-jssip',
      severity: 'error',
      from: { path: '^(?!calls/sources/jssip|tests/|bench/)' },
      to: { path: '^node_modules/jssip' },
    },
    {
      name: 'pure-rooms-know-no-browser',
      severity: 'error',
      comment: 'calls/ (but for its sources), rules/, contract/ and scripts/ are folds and data',
      from: { path: '^(calls/(?!sources/)|rules/|contract/|scripts/)' },
      to: { path: '^node_modules/(wxt|@wxt-dev|webextension-polyfill|preact|@preact)/' },
    },
    {
      name: 'shipped-rooms-know-no-node',
      severity: 'error',
      comment: 'what runs in a browser cannot import from node:',
      from: { path: '^(calls|audio|rules|scripts|contract|notes|components|host|entrypoints)/' },
      to: { dependencyTypes: ['core'] },
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
