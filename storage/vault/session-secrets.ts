import { lockWithin, type Patience } from '../../calls/timing/lock-within.ts';

/**
 * A string in memory that survives pages but not the browser (storage.session). A port: extension
 * pages access it directly, an offscreen document by message, a test in a variable.
 */
export interface SessionSecrets {
  get(): Promise<string | null>;
  set(value: string): Promise<void>;
  clear(): Promise<void>;
}

/** Runs `work` while no other page of this profile runs its own. */
export type Exclusively = <T>(work: () => Promise<T>, patience?: Patience) => Promise<T>;

/** Longer than any page holds it; a page that the browser has frozen holds it for ever. */
const LOCK_WITHIN_MS = 8_000;

/**
 * Throws TimeLimitError if another page does not give the lock back, unless `patience` is
 * `take-over`.
 */
export const byWebLock: Exclusively = (work, patience) =>
  lockWithin(LOCK_WITHIN_MS, 'sansheng-vault', work, { locks: navigator.locks }, patience);
