/**
 * Why the browser did not store something. `quota`: no space. `corrupted`: the database cannot be
 * read or written. `not-set-up`: there is no agent to encrypt for. `unknown`: anything else; it is
 * logged.
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

/** Never throws: the agent must see that the text was not saved, whatever the reason. */
export function storageFailure(error: unknown): StorageFailure {
  const names = namesIn(error, 4).map((name) => CAUSES[name]);
  // The innermost cause is the most precise: Dexie wraps a full disk in an abort.
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
