import type { Callee } from './call/accept-agent-call.ts';
import type { DigestAlgorithm } from './sip/digest.ts';

export interface PracticeUser {
  readonly user: string;
  readonly password: string;
}

export interface ExchangeOptions {
  readonly users: readonly PracticeUser[];
  /** 0, the default, chooses a free port. */
  readonly port?: number;
  /** SIP domain and digest realm. */
  readonly domain?: string;
  /** MD5 by default, because JsSIP supports only that. */
  readonly digest?: DigestAlgorithm;
  /** The behaviour of dialled numbers; others answer 404. DEFAULT_CALLEES by default. */
  readonly callees?: Readonly<Record<string, Callee>>;
  /** REFERs to these numbers are refused at once with this status. */
  readonly refusedTransfers?: Readonly<Record<string, number>>;
  readonly log?: (line: string) => void;
}

/**
 * Numbers to dial and transfer to: one answers, one is busy, one keeps ringing, one declines, one
 * sends early media.
 */
export const DEFAULT_CALLEES: Readonly<Record<string, Callee>> = {
  '8001': { does: 'answer', afterMs: 300, says: 'callee-greeting' },
  '8002': { does: 'refuse', afterMs: 100, sipStatus: 486 },
  '8003': { does: 'ring-on' },
  '8004': { does: 'refuse', afterMs: 100, sipStatus: 603 },
  '8005': { does: 'early-media', earlyAfterMs: 1_500, afterMs: 6_000 },
};
