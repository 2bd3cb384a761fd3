import type { Clock } from '../clock.ts';

/** Kinds of ICE candidates, RFC 8445 §4; null where the browser does not say. */
export type CandidateKind = 'host' | 'srflx' | 'prflx' | 'relay' | null;

interface IceBudgetOptions {
  /** True if STUN or TURN servers are set: then a reflexive or relayed candidate is worth waiting for. */
  readonly hasServers: boolean;
  /** Longest wait after the first candidate, ms. */
  readonly budgetMs: number;
  readonly clock: Clock;
}

/**
 * Decides when a description has enough candidates to be sent. A STUN server that never answers keeps a browser
 * gathering for about 40 s, and nobody may wait that long for an answer: the first candidate starts a short clock, a
 * reflexive or relayed one ends the wait at once. `ready` names one gathering; each gets its own budget.
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
