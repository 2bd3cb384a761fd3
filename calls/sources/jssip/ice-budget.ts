import type { Clock } from '../clock.ts';

/** Kinds of ICE candidates, RFC 8445 §4; null if the browser does not report it. */
export type CandidateKind = 'host' | 'srflx' | 'prflx' | 'relay' | null;

interface IceBudgetOptions {
  /** True if STUN or TURN servers are set: only then can a reflexive or relayed candidate come. */
  readonly hasServers: boolean;
  /** Longest wait after the first candidate, ms. */
  readonly budgetMs: number;
  readonly clock: Clock;
}

/**
 * Decides when a description has enough ICE candidates to be sent. With a STUN server that never
 * answers a browser gathers for about 40 s, too long for a caller. So the first candidate starts a
 * short timer, and a reflexive or relayed one ends the wait at once. `ready` identifies one
 * gathering; each gets its own budget.
 */
export function iceBudget({ hasServers, budgetMs, clock }: IceBudgetOptions) {
  const started = new WeakSet<() => void>();
  return (kind: CandidateKind, ready: () => void): void => {
    if (hasServers && (kind === 'srflx' || kind === 'relay')) {
      ready();
      return;
    }
    if (started.has(ready)) return;
    started.add(ready);
    clock.after(budgetMs, ready);
  };
}
