import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import * as v from 'valibot';
import type { Part, PartResult } from './part.ts';
import { runCommand } from './run-command.ts';

/** The part of vitest's JSON report that is read here. */
const reportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })),
    }),
  ),
});

/** One vitest project of vitest.config.ts. */
export function vitestPart(project: string, about: string, env: Readonly<Record<string, string>> = {}): Part {
  return {
    name: project,
    about,
    run: async () => {
      const report = `out/test/${project}.json`;
      mkdirSync('out/test', { recursive: true });
      rmSync(report, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const success = await runCommand(['vitest', 'run', '--project', project, ...reporters], env);
      return readReport(report, success);
    },
  };
}

/** A run that failed counts at least one failure, even if no single test did (a file that does not load). */
function readReport(path: string, success: boolean): PartResult {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
  const report = v.parse(reportSchema, JSON.parse(text));
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => `${relative('.', name)}: ${fullName}`),
  );
  return {
    passed: report.numPassedTests,
    failed: success ? report.numFailedTests : Math.max(report.numFailedTests, 1),
    skipped,
  };
}
