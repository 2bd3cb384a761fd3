import type { Context } from 'hono';
import type { Reason } from '../../contract/api/endpoint.ts';

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

/** The path exists, but not with this method (RFC 9110 §15.5.6). */
export function sendWrongMethod(context: Context, allowed: readonly string[]): Response {
  const { refusal } = refuse('not-found', 'method');
  return context.json(refusal, 405, { allow: allowed.join(', ') });
}
