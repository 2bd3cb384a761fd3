/** The result of a part of the suite. A part that is not vitest counts as one test. */
export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  /** Names of tests that did not run, with their file. */
  readonly skipped: readonly string[];
  /** Files that failed and were run once more, alone; `failed` has the second result. */
  readonly triedTwice: readonly string[];
}

/** A list collects the output, so that the lines of two parts do not mix. */
export type PartOutput = 'live' | Buffer[];

export interface Part {
  readonly name: string;
  /** One line: what it checks. */
  readonly about: string;
  readonly run: (output: PartOutput) => Promise<PartResult>;
}
