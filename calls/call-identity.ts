import type { Call } from './call.ts';
import { signalledOf } from './signalled.ts';

/** What a call keeps through all its states. */
export function identityOf(call: Call) {
  const { id, direction, remoteParty, originalTarget, startedAt } = call;
  return { id, direction, remoteParty, originalTarget, startedAt, ...signalledOf(call) };
}
