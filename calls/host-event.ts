import type { CallId, Instant } from './call-event.ts';
import type { NumberStatus, PromisedCall } from './vocabulary/number-status.ts';

/** What the phone host looked up for a call. Journaled, so that a replay needs no look-up. */
export type HostEvent = {
  readonly type: 'number-recognised';
  readonly call: CallId;
  readonly at: Instant;
  readonly as: readonly NumberStatus[];
  readonly promises: readonly PromisedCall[];
};
