import * as v from 'valibot';
import type { ServerAnswer } from '../../contract/api/server-answer.ts';
import { refusalSchema } from '../../contract/api/sync/refusal.ts';
import { fetchFromServer, type ServerAddress } from './fetch-from-server.ts';

/** A request that hangs for longer is as good as cut, ms. */
const PATIENCE_MS = 30_000;

export const BAD_REPLY = { ok: false, reason: 'bad-reply', retryAfterMs: null } as const;

/** One request to the team's server, and its answer parsed. `body` null reads. */
export async function askServer<S extends v.GenericSchema>(
  address: ServerAddress,
  path: string,
  schema: S,
  body: unknown,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE' = body === null ? 'GET' : 'POST',
): Promise<ServerAnswer<v.InferOutput<S>>> {
  let response: Response;
  let answer: unknown;
  try {
    const more = { method, ...(body === null ? {} : { body: JSON.stringify(body) }) };
    const headers: Record<string, string> = body === null ? {} : { 'content-type': 'application/json' };
    response = await fetchFromServer(address, path, headers, AbortSignal.timeout(PATIENCE_MS), more);
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
