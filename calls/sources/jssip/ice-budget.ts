import type { Clock } from '../clock.ts';

/** Kinds of ICE candidates, RFC 8445 §4; null if the browser does not report it. */
export type CandidateKind = 'host' | 'srflx' | 'prflx' | 'relay' | null;

/** Longest wait for a relay that was seen to work: it may have died since. */
const RELAY_BUDGET_MS = 600;

interface IceBudgetOptions {
  /** True if STUN or TURN servers are set: only then can a reflexive or relayed candidate come. */
  readonly hasServers: boolean;
  /** Longest wait after the first candidate, ms. */
  readonly budgetMs: number;
  /**
   * What a relayed candidate takes, ms, where a TURN server was seen to work; otherwise null. It is
   * waited for: it may be the only one that reaches the other side.
   */
  readonly relayMs?: number | null;
  readonly clock: Clock;
}

/**
 * Decides when a description has enough ICE candidates to be sent. With a STUN server that never
 * answers a browser gathers for about 40 s, too long for a caller. So the first candidate starts a
 * short timer, and a reflexive or relayed one ends the wait at once. `ready` identifies one
 * gathering; each gets its own budget.
 */
export function iceBudget({ hasServers, budgetMs, relayMs = null, clock }: IceBudgetOptions) {
  const started = new WeakSet<() => void>();
  const longestMs = relayMs === null ? budgetMs : Math.max(budgetMs, Math.min(2 * relayMs, RELAY_BUDGET_MS));
  return (kind: CandidateKind, ready: () => void): void => {
    if (hasServers && (kind === 'relay' || (kind === 'srflx' && relayMs === null))) {
      ready();
      return;
    }
    if (started.has(ready)) return;
    started.add(ready);
    clock.after(longestMs, ready);
  };
}
