/** The result of a part of the suite. A part that is not vitest counts as one test. */
export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  /** Each failed test, with its file and the first lines of its error. */
  readonly failures: readonly string[];
  /** Names of tests that did not run, with their file. */
  readonly skipped: readonly string[];
  /** As `failures`, of files that were then run once more, alone; `failed` has that result. */
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
