import type { RefusalCause } from './call-end.ts';

/** Distinguishes a call that rang unanswered from one that was not put through. */
type Meaning = RefusalCause | 'no-answer';

/** Final responses to an INVITE by what they mean to the agent, RFC 3261 §21 and later. */
const BY_STATUS: Readonly<Record<number, RefusalCause>> = {
  300: 'moved',
  301: 'moved',
  302: 'moved',
  305: 'moved',
  380: 'moved',
  401: 'password',
  403: 'declined',
  404: 'unknown-number',
  407: 'password',
  408: 'not-reachable',
  410: 'unknown-number',
  415: 'codec',
  416: 'unknown-number',
  430: 'not-reachable',
  480: 'not-reachable',
  484: 'unknown-number',
  485: 'unknown-number',
  486: 'busy',
  487: 'cancelled',
  488: 'codec',
  600: 'busy',
  603: 'declined',
  604: 'unknown-number',
  606: 'codec',
  607: 'declined',
  608: 'declined',
};

/**
 * Causes of the public network, Q.850 table 1, which gateways send in a Reason header (RFC 6432).
 */
const BY_Q850: Readonly<Record<number, Meaning>> = {
  1: 'unknown-number',
  3: 'unknown-number',
  17: 'busy',
  18: 'not-reachable',
  19: 'no-answer',
  20: 'not-reachable',
  21: 'declined',
  22: 'unknown-number',
  27: 'not-reachable',
  28: 'unknown-number',
  34: 'own-system',
  38: 'own-system',
  41: 'own-system',
  42: 'own-system',
  58: 'codec',
  65: 'codec',
  88: 'codec',
};

/** Statuses that gateways send for many causes: their Reason says more than the status. */
const VAGUE: ReadonlySet<number> = new Set([400, 403, 480, 487, 500, 502, 503, 603]);

interface Refusal {
  readonly sipStatus: number;
  /** Values of the Reason headers, RFC 3326. */
  readonly reasons: readonly string[];
  /** The other side rang before. */
  readonly rang: boolean;
}

/** What a final response to an outbound INVITE means. */
export function refusalCause({ sipStatus, reasons, rang }: Refusal): Meaning {
  const cause = VAGUE.has(sipStatus) ? q850Cause(reasons) : null;
  const meant = cause === null ? undefined : BY_Q850[cause];
  if (meant !== undefined) return meant;
  if (rang && (sipStatus === 408 || sipStatus === 487)) return 'no-answer';
  return BY_STATUS[sipStatus] ?? (sipStatus < 400 ? 'moved' : 'own-system');
}

function q850Cause(reasons: readonly string[]): number | null {
  for (const reason of reasons) {
    const unquoted = reason.replace(/"(?:[^"\\]|\\.)*"/g, '');
    const match = /(?:^|,)\s*Q\.850\s*;(?:[^,]*;)?\s*cause\s*=\s*(\d{1,3})\b/i.exec(unquoted);
    if (match !== null) return Number(match[1]);
  }
  return null;
}
