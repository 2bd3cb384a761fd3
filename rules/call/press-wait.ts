import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Call } from '../../calls/call.ts';
import type { CallCommand } from '../../calls/call-command.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';

/** `ask`: the event brings the script that asks the caller; the next press goes through. */
export type WaitPress =
  | { readonly does: 'ask'; readonly event: AgentEvent }
  | { readonly does: 'command'; readonly command: CallCommand };

/**
 * What one press on hold or mute does, for the panel's buttons and keys and for the browser's
 * shortcut. `asksFirst`: `askBeforeWait` of the rules for this call.
 */
export function pressWait(of: WaitKind, call: Call, asksFirst: boolean, at: Instant): WaitPress {
  const waits = call.state === 'established' && isWaiting(of, call);
  if (!waits && asksFirst) return { does: 'ask', event: { type: 'wait-asked', call: call.id, at, of } };
  const [begin, end] = of === 'hold' ? (['hold', 'resume'] as const) : (['mute', 'unmute'] as const);
  return { does: 'command', command: { type: waits ? end : begin, call: call.id } };
}

function isWaiting(of: WaitKind, call: Extract<Call, { readonly state: 'established' }>): boolean {
  return of === 'hold' ? call.hold.local !== null : call.mutedSince !== null;
}
