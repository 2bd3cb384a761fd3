import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';

export interface ServerAddress {
  /** Origin, `https://…`. */
  readonly server: string;
  /** Null before the enrolment. */
  readonly token: string | null;
}

/**
 * One request to the team's server, its answer unread: the event stream, a signed document, or what ask-server.ts parses. A server
 * is asked as a stranger would: no cookies, no cache, no redirects. Rejects while the server cannot be reached.
 */
export function fetchFromServer(
  { server, token }: ServerAddress,
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  more: Pick<RequestInit, 'method' | 'body'> = {},
): Promise<Response> {
  return fetch(new URL(path, server), {
    ...more,
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
