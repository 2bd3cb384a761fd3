import type { Call } from './call.ts';
import type { CallEvent } from './call-event.ts';

/**
 * What an event did to a call. `repeat`: already known, because a second window or source reported
 * it too. `impossible`: cannot happen in this state; it is logged. Neither changes anything.
 */
export type CallVerdict =
  | { readonly verdict: 'applied'; readonly call: Call }
  | { readonly verdict: 'repeat' }
  | { readonly verdict: 'impossible'; readonly why: string };

export const REPEAT: CallVerdict = { verdict: 'repeat' };

export function applied(call: Call): CallVerdict {
  return { verdict: 'applied', call };
}

export function impossible(call: Call, event: CallEvent): CallVerdict {
  return { verdict: 'impossible', why: `${event.type} while ${call.state}` };
}
