import type { ServerFailure } from '../../contract/api/server-answer.ts';

/**
 * `locked`: an item needs an unlock. After a failure the same is sent, pulled and applied again.
 */
export type RoundResult =
  /** `isMore`: the server has more than one round pulls; the next one goes on from there. */
  | { readonly ok: true; readonly isMore?: true }
  | { readonly ok: false; readonly reason: ServerFailure | 'locked'; readonly retryAfterMs: number | null };
