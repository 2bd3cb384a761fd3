import type { Part } from './part.ts';
import { runCommand } from './run-command.ts';
import { vitestPart } from './vitest-part.ts';

type Command = readonly [string, ...string[]];

/** A part that succeeds or fails as a whole. */
function commandPart(name: string, about: string, ...commands: readonly Command[]): Part {
  return {
    name,
    about,
    run: async () => {
      for (const command of commands) {
        if (!(await runCommand(command))) return { passed: 0, failed: 1, skipped: [], triedTwice: [] };
      }
      return { passed: 1, failed: 0, skipped: [], triedTwice: [] };
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

/** Takes seconds and no browser: `npm run check`. */
export const FAST_PARTS: readonly Part[] = [
  commandPart('types', 'TypeScript, strict', ['wxt', 'prepare'], ['tsc', '--noEmit']),
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
  vitestPart('unit', 'folders by themselves, and stories of whole calls'),
];

/** With a real database, real browsers and telephone programs. */
export function slowParts(soaking: boolean): readonly Part[] {
  const env: Readonly<Record<string, string>> = soaking ? { SOAK: '1' } : {};
  // A soak looks for rare failures: no second run.
  const beside = { env, secondTry: !soaking };
  return [
    commandPart(
      'build',
      'the extension for both browsers',
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox'],
    ),
    vitestPart('server', 'the sync server on a real PostgreSQL', beside),
    vitestPart('browser', 'the built extension in real Chromium and Firefox', beside),
    vitestPart('sip', 'SIP as phone systems really send it, at the phone in Chromium and Firefox', beside),
    vitestPart('policy', 'what an administrator installs and prescribes, one browser at a time', beside),
    vitestPart('interop', 'against telephone programs of other makers', beside),
  ];
}
