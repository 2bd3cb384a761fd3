import type { Call } from '../../calls/call.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';

export interface CurrentWait {
  readonly of: WaitKind;
  readonly since: Instant;
}

/**
 * The caller's current wait by hold or mute. If both apply it is a hold, and it began with the
 * earlier of the two. A hold by the remote party is not a wait.
 */
export function currentWait(call: Call): CurrentWait | null {
  if (call.state !== 'established') return null;
  const { local } = call.hold;
  if (local === null) return call.mutedSince === null ? null : { of: 'mute', since: call.mutedSince };
  return { of: 'hold', since: Math.min(local, call.mutedSince ?? local) };
}
