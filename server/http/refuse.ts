import type { Refusal } from '../../contract/api/sync/refusal.ts';

const STATUS = {
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
} as const satisfies Readonly<Record<Refusal['reason'], number>>;

export interface Refused {
  readonly ok: false;
  readonly status: (typeof STATUS)[Refusal['reason']];
  readonly refusal: Refusal;
}

/** `detail` names a place in what was sent, never a value of it. */
export function refuse(reason: Refusal['reason'], detail: string | null = null): Refused {
  return { ok: false, status: STATUS[reason], refusal: { reason, detail } };
}
