import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import * as v from 'valibot';
import type { Part, PartOutput, PartResult } from './part.ts';
import { runCommand } from './run-command.ts';

/** The part of vitest's JSON report that is read here. */
const reportSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.string(),
          failureMessages: v.nullish(v.array(v.string()), []),
        }),
      ),
    }),
  ),
});

export interface PartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /**
   * True runs a failed file once more, alone, and names it in the summary: on two cores a browser
   * or a telephone program sometimes does not start.
   */
  readonly secondTry?: boolean;
}

/** More failed files have a common cause: they are not run again. */
const MOST_SECOND_TRIES = 8;

/** One vitest project of vitest.config.ts. */
export function vitestPart(
  project: string,
  about: string,
  { env = {}, secondTry = false }: PartOptions = {},
): Part {
  return {
    name: project,
    about,
    run: async (output) => {
      const first = await runProject(project, [], output, env);
      const failed = first.files.filter(isFailed).map(({ name }) => relative('.', name));
      if (!secondTry || failed.length === 0 || failed.length > MOST_SECOND_TRIES) return result(first, []);
      console.log(`\n━━ ${project} · once more: ${failed.join(', ')} ━━`);
      const second = await runProject(project, failed, output, env);
      const kept = first.files.filter((file) => !isFailed(file));
      return result({ success: second.success, files: [...kept, ...second.files] }, failuresOf(first.files));
    },
  };
}

interface ProjectRun {
  readonly success: boolean;
  readonly files: v.InferOutput<typeof reportSchema>['testResults'];
}

async function runProject(
  project: string,
  files: readonly string[],
  output: PartOutput,
  env: Readonly<Record<string, string>>,
): Promise<ProjectRun> {
  const second = files.length > 0;
  const report = `out/test/${project}${second ? '-again' : ''}.json`;
  mkdirSync('out/test', { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const success = await runCommand(
    ['vitest', 'run', '--project', project, ...reporters, ...(second ? ['--maxWorkers=1', ...files] : [])],
    env,
    output,
  );
  if (!existsSync(report)) return { success: false, files: [] };
  return { success, files: v.parse(reportSchema, JSON.parse(readFileSync(report, 'utf8'))).testResults };
}

const isFailed = ({ status }: { readonly status: string }) => status === 'failed';

/** A failed run counts at least one failure, even if no test failed (a file that does not load). */
function result({ success, files }: ProjectRun, triedTwice: readonly string[]): PartResult {
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative('.', name) })),
  );
  const failed = tests.filter(isFailed).length;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: success ? failed : Math.max(failed, 1),
    failures: failuresOf(files),
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ file, fullName }) => `${file}: ${fullName}`),
    triedTwice,
  };
}

/** The failed tests, and the files that failed outside any test. */
function failuresOf(files: ProjectRun['files']): readonly string[] {
  return files.filter(isFailed).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(isFailed);
    const file = relative('.', name);
    if (failed.length === 0) return [`${file}\n${firstLines(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}\n${firstLines(failureMessages.join('\n'))}`,
    );
  });
}

/** What is read at the end of a long log: the log itself has the rest. */
function firstLines(text: string): string {
  const lines = text.split('\n').slice(0, 6);
  return lines.map((line) => `    ${line}`).join('\n');
}
