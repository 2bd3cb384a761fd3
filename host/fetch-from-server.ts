import { SYNC_VERSION, VERSION_HEADER } from '../contract/sync/version.ts';
import type { ServerAddress } from './ask-server.ts';

/**
 * A request to the team's server whose answer is not JSON: the event stream, a signed document. No cookies, no cache, no
 * redirects. Rejects while the server cannot be reached.
 */
export function fetchFromServer(
  { server, token }: ServerAddress,
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(new URL(path, server), {
    headers: {
      ...headers,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      [VERSION_HEADER]: String(SYNC_VERSION),
    },
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal,
  });
}
