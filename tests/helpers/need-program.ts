import { describe, test } from 'vitest';
import { findProgram } from './find-program.ts';

/**
 * `describe` for a suite that needs real programs. Without them its tests are reported as skipped,
 * by name; in CI (`CI` set) they fail.
 */
export function describeWith(programs: readonly string[], name: string, suite: () => void): void {
  const missing = programs.filter((program) => findProgram(program) === null);
  if (missing.length === 0) {
    describe(name, suite);
    return;
  }
  const needs = `needs ${missing.join(', ')}`;
  if (process.env['CI']) {
    test(name, () => {
      throw new Error(`This suite ${needs}, which this machine does not have.`);
    });
    return;
  }
  describe.skip(`${name} (${needs})`, suite);
}
