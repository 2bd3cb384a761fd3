import type { Refusal } from './sync/refusal.ts';

/** Why nothing came of a request. `offline`: no answer. `bad-reply`: an answer that is not in the server's language. */
export type ServerFailure = Refusal['reason'] | 'offline' | 'bad-reply';

export type ServerAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: ServerFailure;
      /** What the server asked for, ms; null where it asked for nothing. */
      readonly retryAfterMs: number | null;
    };
