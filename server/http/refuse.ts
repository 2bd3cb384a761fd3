import type { Context } from 'hono';
import type { Reason } from '../../contract/api/endpoint.ts';
import { LONGEST_RETRY_AFTER_MS } from '../../contract/api/retry-after.ts';

export const STATUS = {
  malformed: 400,
  'signed-out': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'server-older': 409,
  'too-large': 413,
  'bad-code': 422,
  'extension-older': 426,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Readonly<Record<Reason, number>>;

export interface Refused<R extends Reason = Reason> {
  readonly ok: false;
  readonly refusal: { readonly reason: R; readonly detail: string | null };
}

/** `detail` names a place in what was sent, never a value of it. */
export function refuse<const R extends Reason>(reason: R, detail: string | null = null): Refused<R> {
  return { ok: false, refusal: { reason, detail } };
}

/** Every refusal leaves the server here. */
export function sendRefusal(context: Context, { refusal }: Refused): Response {
  return context.json(refusal, STATUS[refusal.reason]);
}

/** Never longer than the extension waits (contract/api/retry-after.ts). */
export function setRetryAfter(context: Context, ms: number): void {
  const seconds = Math.ceil(Math.min(Math.max(ms, 1_000), LONGEST_RETRY_AFTER_MS) / 1_000);
  context.header('retry-after', String(seconds));
}

/** The body did not arrive in time (RFC 9110 §15.5.9). The same request may pass later. */
export function sendUnfinished(context: Context): Response {
  const { refusal } = refuse('unavailable', 'unfinished');
  return context.json(refusal, 408, { connection: 'close' });
}

/** The path exists, but not with this method (RFC 9110 §15.5.6). */
export function sendWrongMethod(context: Context, allowed: readonly string[]): Response {
  const { refusal } = refuse('not-found', 'method');
  return context.json(refusal, 405, { allow: allowed.join(', ') });
}
