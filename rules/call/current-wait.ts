import type { Call } from '../../calls/call.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';

export interface CurrentWait {
  readonly of: WaitKind;
  readonly since: Instant;
}

/**
 * How long the caller has been left waiting by hold or mute. A hold outweighs a mute, and the wait
 * began with the first of the two; a hold by the caller's own side is nobody's wait.
 */
export function currentWait(call: Call): CurrentWait | null {
  if (call.state !== 'established') return null;
  const { local } = call.hold;
  if (local === null) return call.mutedSince === null ? null : { of: 'mute', since: call.mutedSince };
  return { of: 'hold', since: Math.min(local, call.mutedSince ?? local) };
}
