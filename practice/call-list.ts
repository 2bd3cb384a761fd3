import type { AcceptedAgentCall } from './call/accept-agent-call.ts';
import type { PracticeCall } from './call/practice-call.ts';
import type { Session } from './call/session.ts';

export interface ListedCall {
  readonly call: PracticeCall;
  readonly session: Session;
  /** Set for calls that the agent dialled. */
  readonly accepted: AcceptedAgentCall | null;
}

export interface CallList {
  add(listed: ListedCall): void;
  remove(callId: string): void;
  get(callId: string): ListedCall | undefined;
  live(): readonly ListedCall[];
  /** The next call that the agent dials to a number, from now on. */
  nextTo(number: string, timeoutMs: number): Promise<PracticeCall>;
}

/** Active or ringing calls, by Call-ID. */
export function openCallList(): CallList {
  const calls = new Map<string, ListedCall>();
  const waiting = new Set<(call: PracticeCall) => void>();
  return {
    add(listed) {
      calls.set(listed.call.callId, listed);
      for (const waiter of [...waiting]) waiter(listed.call);
    },
    remove: (callId) => void calls.delete(callId),
    get: (callId) => calls.get(callId),
    live: () => [...calls.values()],
    nextTo(number, timeoutMs) {
      return new Promise((resolve, reject) => {
        const waiter = (call: PracticeCall) => {
          if (call.direction !== 'from-agent' || call.number !== number) return;
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(call);
        };
        const timer = setTimeout(() => {
          waiting.delete(waiter);
          reject(new Error(`Nobody dialled ${number} within ${timeoutMs} ms`));
        }, timeoutMs);
        waiting.add(waiter);
      });
    },
  };
}
