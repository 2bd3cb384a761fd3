/** Which top-level folders a folder may import; the same table is in docs/architecture.md. */
module.exports = {
  calls: [],
  audio: ['calls'],
  contract: ['calls', 'locales'],
  rules: ['calls', 'contract'],
  scripts: [],
  locales: [],
  storage: ['calls', 'contract'],
  'phone-host': ['calls', 'audio', 'rules', 'contract', 'storage', 'browser', 'locales'],
  browser: ['calls', 'contract'],
  components: ['calls', 'rules', 'contract', 'locales'],
  pages: [
    ...['calls', 'rules', 'scripts', 'contract', 'storage', 'components', 'browser', 'practice', 'locales'],
  ],
  background: ['calls', 'rules', 'contract', 'storage', 'browser', 'locales'],
  'content-scripts': ['calls', 'rules', 'contract', 'browser', 'locales'],
  entrypoints: [
    ...['calls', 'audio', 'rules', 'scripts', 'contract', 'storage', 'phone-host', 'browser'],
    ...['components', 'pages', 'background', 'content-scripts', 'practice', 'locales'],
  ],
  server: ['contract', 'rules'],
  practice: ['calls', 'contract'],
};
