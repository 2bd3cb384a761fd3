import * as v from 'valibot';
import type { Endpoint, EndpointInput } from '../../contract/api/endpoint.ts';
import { retryAfterMs } from '../../contract/api/retry-after.ts';
import type { ServerAnswer } from '../../contract/api/server-answer.ts';
import { SERVER_TIME_HEADER, serverTimeOf, type TimeReading } from '../../contract/api/server-time.ts';
import { refusalSchema } from '../../contract/api/sync/refusal.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { readJson } from './read-bounded.ts';

export interface ServerAddress {
  /** Origin, `https://…`. */
  readonly server: string;
  /** Null before the enrolment. */
  readonly token: string | null;
}

export const BAD_REPLY = { ok: false, reason: 'bad-reply', retryAfterMs: null } as const;

/** A request that takes longer counts as lost. */
export const TIMEOUT_MS = 30_000;

interface Input {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: unknown;
  readonly body?: unknown;
}

/**
 * Calls one endpoint of the team's server and parses its answer. `onTime` gets the server's clock
 * of every answer, also of a refusal.
 */
export async function callServer<E extends Endpoint>(
  address: ServerAddress,
  endpoint: E,
  input: EndpointInput<E>,
  onTime?: (reading: TimeReading) => void,
): Promise<ServerAnswer<v.InferOutput<E['answer']>>>;
export async function callServer(
  address: ServerAddress,
  endpoint: Endpoint,
  input: Input,
  onTime: (reading: TimeReading) => void = () => {},
): Promise<ServerAnswer<unknown>> {
  let response: Response;
  let answer: unknown;
  // The clock may be set while the request is on its way.
  const began = performance.now();
  try {
    response = await request(address, endpoint, input, {}, AbortSignal.timeout(TIMEOUT_MS));
    const serverTime = serverTimeOf(response.headers.get(SERVER_TIME_HEADER));
    if (serverTime !== null) {
      const answeredAt = Date.now();
      onTime({ sentAt: answeredAt - (performance.now() - began), answeredAt, serverTime });
    }
    answer = await readJson(response, endpoint.mostAnswerBytes);
  } catch (error) {
    // SyntaxError: not JSON, so another program answered. All other errors are network failures.
    if (error instanceof SyntaxError) return BAD_REPLY;
    return { ok: false, reason: 'offline', retryAfterMs: null };
  }
  if (response.ok) {
    const parsed = v.safeParse(endpoint.answer, answer);
    return parsed.success ? { ok: true, value: parsed.output } : BAD_REPLY;
  }
  const refusal = v.safeParse(refusalSchema, answer);
  if (!refusal.success) return BAD_REPLY;
  const retryAfter = retryAfterMs(response.headers.get('retry-after'));
  return { ok: false, reason: refusal.output.reason, retryAfterMs: retryAfter };
}

/**
 * Calls an endpoint and gives the raw response: the event stream, a signed document, an answer with
 * an ETag. Rejects while the server cannot be reached.
 */
export async function fetchFromServer<E extends Endpoint>(
  address: ServerAddress,
  endpoint: E,
  input: EndpointInput<E>,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  return await request(address, endpoint, input, headers, signal);
}

/** Sends no cookies, uses no cache and follows no redirects. */
async function request(
  { server, token }: ServerAddress,
  { method, path }: Endpoint,
  { params = {}, query, body = {} }: Input,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  const written = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const url = new URL(written, server);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const hasBody = method === 'POST' || method === 'PATCH';
  return await fetch(url, {
    method,
    headers: {
      ...headers,
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      [VERSION_HEADER]: String(SYNC_VERSION),
    },
    ...(hasBody ? { body: JSON.stringify(body) } : {}),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal,
  });
}
