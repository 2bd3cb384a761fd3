import type { Call } from './call.ts';

/** What a call keeps through all its states. */
export function identityOf(call: Call) {
  const { id, direction, remoteParty, originalTarget, startedAt, queuedMs } = call;
  return { id, direction, remoteParty, originalTarget, startedAt, queuedMs, ...calledOf(call) };
}

export function calledOf({ calledNumbers }: Pick<Call, 'calledNumbers'>): Pick<Call, 'calledNumbers'> {
  return calledNumbers === undefined ? {} : { calledNumbers };
}
