/**
 * Words that had several meanings here. docs/glossary.md names the term to use instead. A name is
 * split at capitals, `-` and `_`; a part that is in this list is an error.
 */
export const BANNED_WORDS: ReadonlySet<string> = new Set(
  [
    'desk desks floor floors take takes taken taking took tell tells told telling teller tellings',
    'look looks looked looking standing standings family families lamp lamps light lights',
    'hear hears heard hearing ear ears owed owes owe owing duty duties seal seals sealed sealing born',
    'mend mends mended mending ledger ledgers wish wishes wished book books keeper shelf shelves',
    'fence stranger strangers lent lend room rooms house door molester molesters',
  ].flatMap((line) => line.split(' ')),
);

/** Names that keep such a word, with the reason. */
export const EXEMPT_NAMES: ReadonlySet<string> = new Set([
  // Ids of the handbook (domain terms).
  ...['take-note', 'take-message', 'query-look-up', 'look-up', 'caller-cannot-hear', 'can-you-hear'],
  ...['service-desk', 'service-desk-east', 'serviceDesk', 'floor-supervisor', 'floorSupervisor'],
  ...['take-over', 'lookUp'],
  // Names of standards and libraries.
  ...['floor', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'font-family', 'fontFamily'],
  ...['light', 'remoteFamily'],
]);

/**
 * The vocabulary that tests are written in: the names in these files stay, and may be used in every
 * test.
 */
export const TEST_VOCABULARY: readonly string[] = [
  ...['call-story', 'script-story', 'order-story', 'team-story', 'panel-screen'].map(
    (name) => `tests/helpers/${name}.ts`,
  ),
  ...['extension-chromium', 'set-up-agent', 'journal-watch'].map((name) => `tests/helpers/${name}.ts`),
  'practice/media/media-peer.ts',
];
