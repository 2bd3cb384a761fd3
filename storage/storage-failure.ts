/**
 * Why the browser did not keep what it was given. `quota`: no room. `corrupted`: the store cannot be read or written
 * any more. `not-set-up`: there is no agent to seal for. `unknown`: nobody foresaw it; it is logged.
 */
export type StorageFailure = 'quota' | 'corrupted' | 'not-set-up' | 'unknown';

const CAUSES: Readonly<Record<string, StorageFailure>> = {
  QuotaExceededError: 'quota',
  NotSetUpError: 'not-set-up',
  UnknownError: 'corrupted',
  DataError: 'corrupted',
  NotFoundError: 'corrupted',
  NotReadableError: 'corrupted',
  InvalidStateError: 'corrupted',
  DatabaseClosedError: 'corrupted',
  OpenFailedError: 'corrupted',
  VersionError: 'corrupted',
  TimeoutError: 'corrupted',
  TransactionInactiveError: 'corrupted',
  AbortError: 'corrupted',
  MissingAPIError: 'corrupted',
};

/** Never throws: whoever types must see that it was not kept, whatever the reason. */
export function storageFailure(error: unknown): StorageFailure {
  const names = namesIn(error, 4).map((name) => CAUSES[name]);
  // The innermost cause says most: Dexie wraps a full disk in an abort.
  const cause = names.findLast((known) => known !== undefined);
  if (cause === undefined) console.error('notes: storage failed', error);
  return cause ?? 'unknown';
}

function namesIn(error: unknown, depth: number): readonly string[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : [];
  const inner = 'inner' in error ? error.inner : 'cause' in error ? error.cause : null;
  return [...name, ...namesIn(inner, depth - 1)];
}
