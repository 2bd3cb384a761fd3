import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take minutes although they are short: their stories stand in modules, or they open
 * many browsers. By default the largest file is first; one of these as the last would run alone.
 */
const LONG = ['lead-and-agents', 'warning-chain', 'trouble', 'sync', 'line', 'presses'].map(
  (name) => `/tests/browser/${name}.test.ts`,
);

export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((path) => moduleId.endsWith(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
