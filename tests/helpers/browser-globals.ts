import { afterEach, beforeEach, vi } from 'vitest';

/** The globals of a browser page that parts of the phone host use and Node lacks, for each test. */
export function browserGlobals(): void {
  beforeEach(() => {
    vi.stubGlobal('addEventListener', () => {});
    vi.stubGlobal('removeEventListener', () => {});
    vi.stubGlobal('navigator', {
      onLine: true,
      locks: { request: (_name: string, _options: LockOptions, work: () => Promise<unknown>) => work() },
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
}
