import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { type Refused, refuse } from './refuse.ts';

/** Versions that a server speaks; a test gives others. */
export interface Versions {
  readonly oldest: number;
  readonly newest: number;
}

/** An extension newer than the server is told to wait, one that is too old to update. Null: understood. */
export function checkVersion(header: string | undefined, { oldest, newest }: Versions): Refused | null {
  if (header === undefined || !/^\d{1,6}$/.test(header)) return refuse('malformed', VERSION_HEADER);
  const version = Number(header);
  if (version > newest) return refuse('server-older');
  return version < oldest ? refuse('extension-older') : null;
}
