import * as v from 'valibot';
import { refusalSchema } from '../contract/sync/refusal.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../contract/sync/version.ts';
import type { SyncAnswer } from '../notes/sync/sync-server.ts';

/** A request that hangs for longer is as good as cut, ms. */
const PATIENCE_MS = 30_000;

export interface ServerAddress {
  /** Origin, `https://…`. */
  readonly server: string;
  /** Null before the enrolment. */
  readonly token: string | null;
}

export const BAD_REPLY = { ok: false, reason: 'bad-reply', retryAfterMs: null } as const;

/**
 * One request to the team's server, and its answer parsed. `body` null reads. A server is asked as a stranger would: no cookies, no cache,
 * no redirects.
 */
export async function askServer<S extends v.GenericSchema>(
  { server, token }: ServerAddress,
  path: string,
  schema: S,
  body: unknown,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE' = body === null ? 'GET' : 'POST',
): Promise<SyncAnswer<v.InferOutput<S>>> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(new URL(path, server), {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        [VERSION_HEADER]: String(SYNC_VERSION),
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    answer = await response.json();
  } catch (error) {
    // SyntaxError: not JSON, so somebody else answered. The others are a network that is not there.
    if (error instanceof SyntaxError) return BAD_REPLY;
    return { ok: false, reason: 'offline', retryAfterMs: null };
  }
  if (response.ok) {
    const parsed = v.safeParse(schema, answer);
    return parsed.success ? { ok: true, value: parsed.output } : BAD_REPLY;
  }
  const refusal = v.safeParse(refusalSchema, answer);
  if (!refusal.success) return BAD_REPLY;
  return { ok: false, reason: refusal.output.reason, retryAfterMs: retryAfter(response) };
}

/** Seconds in the header (RFC 9110 §10.2.3), as ms; a date there is not what our server sends. */
function retryAfter({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}
