import type { Clock } from '../clock.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, headerLines, type SipHeader, type SipRequest, type SipResponse } from '../sip/message.ts';
import { branchOf, tagOf } from '../sip/message-ids.ts';
import { replyTo } from '../sip/reply-to.ts';

/** A request without a final answer after this is answered by the front, ms. */
export const ANSWER_LIMIT_MS = 5_000;
/** The library gives a ringing call up after 180 s; an INVITE older than this was forgotten. */
const RING_LIMIT_MS = 200_000;
/** 64 × T1: how long a request may be repeated (RFC 3261 §17.2). */
const REPEATED_MS = 32_000;

interface Transaction {
  readonly request: SipRequest;
  readonly branch: string;
  /** The newest CANCEL: its answer copies the CANCEL's own Via. */
  cancelled: SipRequest | null;
  final: SipResponse | null;
  provisional: SipResponse | null;
  cancel: () => void;
}

export type Arrival =
  /** New: `branch` is the one to show to the library. */
  | { readonly arrival: 'new'; readonly branch: string }
  /** Seen before; `again` is what was answered then. */
  | { readonly arrival: 'repeated'; readonly again: SipResponse | null }
  /** ACK or CANCEL of an INVITE that the front or the library handles. */
  | { readonly arrival: 'of-invite'; readonly branch: string; readonly byFront: boolean }
  /** An INVITE that rings already came by another way too (RFC 3261 §8.2.2.2). */
  | { readonly arrival: 'merged' }
  | { readonly arrival: 'unmatched' };

interface Needs {
  readonly clock: Clock;
  /** Sends an answer of the front itself. */
  readonly send: (response: SipResponse) => void;
  readonly token: () => string;
  /** The library did not answer in time. */
  readonly onForgotten: (request: SipRequest) => void;
}

/**
 * The requests of the server that are being answered. The library sees one canonical Via per
 * request, so it needs to read none; the answer gets the Vias, From and To back as they arrived.
 */
export class ServerTransactions {
  readonly #needs: Needs;
  readonly #byKey = new Map<string, Transaction>();
  readonly #byBranch = new Map<string, Transaction>();
  /** INVITEs that the front answered, whose ACK the library must not see. */
  readonly #answeredByFront = new Set<string>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  arrive(request: SipRequest): Arrival {
    const key = keyOf(request, request.method);
    if (request.method === 'ACK' || request.method === 'CANCEL') {
      const invite = this.#byKey.get(keyOf(request, 'INVITE'));
      const isFinal = invite !== undefined && invite.final !== null && invite.final.status >= 300;
      if (invite === undefined || (request.method === 'ACK' && !isFinal)) return { arrival: 'unmatched' };
      if (request.method === 'CANCEL') invite.cancelled = request;
      const byFront = this.#answeredByFront.has(invite.branch);
      return { arrival: 'of-invite', branch: invite.branch, byFront };
    }
    const known = this.#byKey.get(key);
    if (known !== undefined) return { arrival: 'repeated', again: known.final ?? known.provisional };
    if (this.#isMerged(request)) return { arrival: 'merged' };
    const branch = `z9hG4bK${this.#needs.token()}`;
    const isRinging = request.method === 'INVITE' && !/;\s*tag=/i.test(header(request, 'to') ?? '');
    const cancel = this.#needs.clock.after(isRinging ? RING_LIMIT_MS : ANSWER_LIMIT_MS, () => {
      this.#needs.onForgotten(request);
      this.answer(request, isRinging ? 408 : 500);
    });
    const transaction: Transaction = {
      request,
      branch,
      cancelled: null,
      final: null,
      provisional: null,
      cancel,
    };
    this.#byKey.set(key, transaction);
    this.#byBranch.set(branch, transaction);
    return { arrival: 'new', branch };
  }

  /** The front answers a request itself. Does nothing if it has a final answer already. */
  answer(request: SipRequest, status: number, reason?: string, headers: readonly SipHeader[] = []): void {
    const toTag = this.#needs.token();
    const response = replyTo(request, status, {
      ...(reason === undefined ? {} : { reason }),
      toTag,
      headers,
    });
    const transaction = this.#byKey.get(keyOf(request, request.method));
    if (transaction === undefined) {
      this.#needs.send(response);
      return;
    }
    if (transaction.final !== null) return;
    this.#answeredByFront.add(transaction.branch);
    this.#settle(transaction, response);
    this.#needs.send(response);
  }

  /** The library's answer as the server must see it; null if the request was answered before. */
  restore(response: SipResponse): SipResponse | null {
    const transaction = this.#byBranch.get(branchOf(response));
    const method = cseqOf(response)?.method;
    if (transaction === undefined) return null;
    // The library answers a CANCEL under the branch of its INVITE.
    if (method !== transaction.request.method) {
      return transaction.cancelled === null ? null : withHeadersOf(transaction.cancelled, response);
    }
    const restored = withHeadersOf(transaction.request, response);
    if (response.status < 200) transaction.provisional = restored;
    else if (transaction.final === null) this.#settle(transaction, restored);
    else if (transaction.final.status !== response.status) return null;
    return restored;
  }

  /** True while the request waits for its final answer. */
  isOpen(request: SipRequest): boolean {
    return this.#byKey.get(keyOf(request, request.method))?.final === null;
  }

  /** The unanswered INVITE of a call, of which an UPDATE may change what is known. */
  openInvite(callId: string): SipRequest | null {
    for (const { request, final } of this.#byKey.values()) {
      if (final === null && request.method === 'INVITE' && header(request, 'call-id') === callId)
        return request;
    }
    return null;
  }

  /**
   * False for an ACK whose number is that of no INVITE of its call (RFC 3261 §13.2.2.4). An INVITE
   * that came over an earlier connection is not known any more.
   */
  mayConfirm(ack: SipRequest): boolean {
    const invites = [...this.#byKey.values()].filter(
      ({ request }) => request.method === 'INVITE' && header(request, 'call-id') === header(ack, 'call-id'),
    );
    return invites.length === 0 || invites.some(({ request }) => numberOf(request) === numberOf(ack));
  }

  /** The connection is gone: nobody waits for the answers any more. */
  clear(): void {
    for (const { cancel } of this.#byKey.values()) cancel();
    this.#byKey.clear();
    this.#byBranch.clear();
    this.#answeredByFront.clear();
  }

  #isMerged(request: SipRequest): boolean {
    if (request.method !== 'INVITE' || tagOf(request, 'to') !== null) return false;
    const same = (one: SipRequest) =>
      one.method === 'INVITE' &&
      MERGED_BY.every((name) => header(one, name) === header(request, name)) &&
      tagOf(one, 'from') === tagOf(request, 'from');
    return [...this.#byKey.values()].some((known) => known.final === null && same(known.request));
  }

  #settle(transaction: Transaction, final: SipResponse): void {
    transaction.final = final;
    transaction.cancel();
    transaction.cancel = this.#needs.clock.after(REPEATED_MS, () => {
      this.#byKey.delete(keyOf(transaction.request, transaction.request.method));
      this.#byBranch.delete(transaction.branch);
      this.#answeredByFront.delete(transaction.branch);
    });
  }
}

/**
 * RFC 3261 §17.2.3 matches by the top Via's branch and sender. Phones that repeat a branch in
 * other calls exist, so Call-ID and CSeq count too.
 */
function keyOf(request: SipRequest, method: string): string {
  const via = header(request, 'via') ?? '';
  const sender = /^SIP\s*\/\s*\d\.\d\s*\/\s*\S+\s+([^\s;,]+)/i.exec(via)?.[1] ?? '';
  return [branchOf(request), sender, header(request, 'call-id') ?? '', numberOf(request), method].join(' ');
}

function numberOf(request: SipRequest): number {
  return cseqOf(request)?.number ?? 0;
}

const MERGED_BY = ['call-id', 'cseq'] as const;

const COPIED: ReadonlySet<string> = new Set(['via', 'from', 'to', 'record-route', 'call-id', 'cseq']);

function withHeadersOf(request: SipRequest, response: SipResponse): SipResponse {
  const tag = /;\s*tag=([^\s;,>]+)\s*$/i.exec(header(response, 'to') ?? '')?.[1];
  const copied = replyTo(request, response.status, tag === undefined ? {} : { toTag: tag });
  const cseq = headerLines(response, 'cseq').map((value) => ({ name: 'cseq', value }));
  return {
    ...response,
    headers: [
      ...copied.headers.filter(({ name }) => name !== 'cseq'),
      ...cseq,
      ...response.headers.filter(({ name }) => !COPIED.has(name)),
    ],
  };
}
