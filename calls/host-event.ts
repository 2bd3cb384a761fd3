import type { CallId, Instant } from './call-event.ts';

/** What earlier notes say of a number. */
export type KnownAs = 'harassment' | 'vip' | 'open-complaint' | 'open-work-order' | 'called-before';

/** A call that is owed to a number: an answer that was promised, or a planned call-back. */
export type CallPromises = 'promised-answer' | 'call-back';

/** What the phone host looked up for a call. Journaled, so that a replay needs no look-up. */
export type HostEvent = {
  readonly type: 'number-recognised';
  readonly call: CallId;
  readonly at: Instant;
  readonly as: readonly KnownAs[];
  readonly promises: readonly CallPromises[];
};
