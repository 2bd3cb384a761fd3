import type { Part, PartResult } from './part.ts';
import { runCommand } from './run-command.ts';
import { type PartOptions, vitestPart } from './vitest-part.ts';

type Command = readonly [string, ...string[]];

const NOTHING: PartResult = { passed: 0, failed: 0, failures: [], skipped: [], triedTwice: [] };

/** A part that succeeds or fails as a whole. */
function commandPart(name: string, about: string, ...commands: readonly Command[]): Part {
  return {
    name,
    about,
    run: async (output) => {
      for (const command of commands) {
        if (!(await runCommand(command, {}, output)))
          return { ...NOTHING, failed: 1, failures: [command.join(' ')] };
      }
      return { ...NOTHING, passed: 1 };
    },
  };
}

/** The folders of docs/architecture.md, and those that may import all of them. */
const FOLDERS = [
  ...['calls', 'audio', 'rules', 'scripts', 'contract', 'storage', 'phone-host', 'browser', 'components'],
  ...[
    'pages',
    'background',
    'content-scripts',
    'entrypoints',
    'server',
    'practice',
    'tests',
    'bench',
    'tools',
  ],
];

const TYPES = commandPart('types', 'TypeScript, strict', ['wxt', 'prepare'], ['tsc', '--noEmit']);

/** Each of them keeps one core busy for some seconds. */
const CHECKS: readonly Part[] = [
  commandPart('lint', 'Biome: format, lint, import cycles, pure folders', ['biome', 'check', '.']),
  commandPart(
    'imports',
    'dependency-cruiser: who may import whom',
    ['depcruise', '--config', '.dependency-cruiser.cjs', ...FOLDERS],
    ['tsx', 'tools/check/check-globs.ts'],
  ),
  commandPart('names', 'plain words in names, comments of at most 100 columns', [
    'tsx',
    'tools/check/check-names.ts',
  ]),
  commandPart('unused', 'knip: files, exports and packages that nobody uses', ['knip']),
];

const unit = (options?: PartOptions) =>
  vitestPart('unit', 'folders by themselves, and stories of whole calls', options);

/** What runs at one time. The groups run one after the other. */
export type Groups = readonly (readonly Part[])[];

/** Takes seconds and no browser: `npm run check`. */
export const FAST_GROUPS: Groups = [[TYPES], CHECKS, [unit()]];

/** Everything: with a real database, real browsers and telephone programs. */
export function allGroups(soaking: boolean): Groups {
  const env: Readonly<Record<string, string>> = soaking ? { SOAK: '1' } : {};
  // A soak looks for rare failures: no second run.
  const beside = { env, secondTry: !soaking };
  return [
    [TYPES],
    CHECKS,
    // The server waits for its disk while the units compute.
    [unit({ secondTry: !soaking }), vitestPart('server', 'the sync server on a real PostgreSQL', beside)],
    [
      commandPart(
        'build',
        'the extension for both browsers, and how much the panel loads',
        ['wxt', 'build'],
        ['wxt', 'build', '-b', 'firefox'],
        ['tsx', 'tools/check/check-size.ts'],
      ),
    ],
    [vitestPart('browser', 'the built extension in real Chromium and Firefox', beside)],
    [
      vitestPart('sip', 'SIP as phone systems really send it, at the phone in Chromium and Firefox', beside),
      // Telephone programs wait for each other most of the time.
      vitestPart('interop', 'against telephone programs of other makers', beside),
    ],
    // Prescribed settings hold for every browser of the machine.
    [vitestPart('policy', 'what an administrator installs and prescribes, one browser at a time', beside)],
  ];
}
