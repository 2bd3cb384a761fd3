import type { Refusal } from './sync/refusal.ts';

/**
 * `offline`: no answer. `bad-reply`: an answer that does not match the schema. `other-team`: the
 * server names another team than at the enrolment.
 */
export type ServerFailure = Refusal['reason'] | 'offline' | 'bad-reply' | 'other-team';

export type ServerAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: ServerFailure;
      /** From Retry-After; null if the server sent none. */
      readonly retryAfterMs: number | null;
    };
