import type { Callee } from './call/accept-agent-call.ts';
import type { DigestAlgorithm } from './sip/digest.ts';

export interface PracticeUser {
  readonly user: string;
  readonly password: string;
}

export interface ExchangeOptions {
  readonly users: readonly PracticeUser[];
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** SIP domain and digest realm. */
  readonly domain?: string;
  /** MD5 by default, because JsSIP knows no other. */
  readonly digest?: DigestAlgorithm;
  /** How dialled numbers behave; others answer 404. Defaults to DEFAULT_CALLEES. */
  readonly callees?: Readonly<Record<string, Callee>>;
  /** REFERs to these numbers are refused with this status at once. */
  readonly refusedTransfers?: Readonly<Record<string, number>>;
  readonly log?: (line: string) => void;
}

/** Numbers to dial and to transfer to: answers, busy, no answer, declines. */
export const DEFAULT_CALLEES: Readonly<Record<string, Callee>> = {
  '8001': { does: 'answer', afterMs: 300, says: 'callee-greeting' },
  '8002': { does: 'refuse', afterMs: 100, sipStatus: 486 },
  '8003': { does: 'ring-on' },
  '8004': { does: 'refuse', afterMs: 100, sipStatus: 603 },
};
