/** What a part of the suite came to. A part that is not vitest counts as one test. */
export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  /** Names of tests that did not run, with their file. */
  readonly skipped: readonly string[];
  /** Files that failed in company and were run once more, alone; `failed` tells what came of it. */
  readonly triedTwice: readonly string[];
}

export interface Part {
  readonly name: string;
  /** One line: what it holds. */
  readonly about: string;
  readonly run: () => Promise<PartResult>;
}
