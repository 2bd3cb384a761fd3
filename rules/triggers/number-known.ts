import type { NumberStatus } from '../../calls/vocabulary/number-status.ts';
import type { PlainKey } from '../../contract/words.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface NumberKnownReason {
  readonly kind: 'number-known';
  readonly as: NumberStatus;
}

const STATUS_WORDS = {
  harassment: { status: 'trigger.numberKnown.as.harassment', reason: 'caller.harasser' },
  vip: { status: 'trigger.numberKnown.as.vip', reason: 'reason.vip' },
  'open-complaint': { status: 'trigger.numberKnown.as.openComplaint', reason: 'reason.openComplaint' },
  'open-work-order': { status: 'trigger.numberKnown.as.openWorkOrder', reason: 'reason.openWorkOrder' },
  'called-before': { status: 'trigger.numberKnown.as.calledBefore', reason: 'reason.calledBefore' },
} as const satisfies Record<NumberStatus, { readonly status: PlainKey; readonly reason: PlainKey }>;

/** Holds from the ring to the end of the call. */
export const numberKnown: TriggerRule<'number-known', NumberKnownReason> = {
  // What the line needs now comes first: a harasser may be silent too.
  urgency: 48,
  holds({ as }, { call }, now) {
    if (call.recognisedAt === null || call.call.state === 'ended' || !call.knownAs.includes(as)) return NEVER;
    return holdsFrom(call.recognisedAt, now, { kind: 'number-known', as });
  },
  sentence({ as }, { words }) {
    return words('trigger.numberKnown.sentence', { status: words(STATUS_WORDS[as].status) });
  },
  reason: ({ as }, { words }) => words(STATUS_WORDS[as].reason),
};
