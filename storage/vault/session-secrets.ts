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
export type Exclusively = <T>(work: () => Promise<T>) => Promise<T>;

export const byWebLock: Exclusively = async (work) => await navigator.locks.request('sansheng-vault', work);
