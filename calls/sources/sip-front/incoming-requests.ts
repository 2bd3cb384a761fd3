import { header, type SipRequest } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { NEGOTIATING } from '../sip/negotiating.ts';
import { replyTo } from '../sip/reply-to.ts';
import { declineMedia } from './decline-media.ts';
import type { Dialogs } from './dialogs.ts';
import type { FrontNeeds } from './front-needs.ts';
import { headerFault } from './header-fault.ts';
import type { LibraryForm } from './library-form.ts';
import { checkOffer } from './offer-check.ts';
import { isAnswerable } from './read-frame.ts';
import { requestVerdict } from './request-verdict.ts';
import { sdpOf } from './sdp-body.ts';
import { ServerTransactions } from './server-transactions.ts';

interface IncomingNeeds {
  readonly front: FrontNeeds;
  readonly form: LibraryForm;
  readonly dialogs: Dialogs;
  readonly send: ConstructorParameters<typeof ServerTransactions>[0]['send'];
}

/** Requests of the server: answers them, or hands them to the library and sees to an answer. */
export class IncomingRequests {
  readonly transactions: ServerTransactions;
  readonly #needs: IncomingNeeds;
  readonly #probes = new Map<string, () => void>();
  readonly #subscriptions = new Map<string, (notify: SipRequest) => number>();
  #arrived: SipRequest | null = null;

  constructor(needs: IncomingNeeds) {
    this.#needs = needs;
    const { clock, token, onProblem } = needs.front;
    this.transactions = new ServerTransactions({
      ...{ clock, token, send: needs.send },
      onForgotten: ({ method }) => onProblem('forgotten-request', method),
    });
  }

  /** The request that the library handles at this moment, as it arrived. */
  get arrived(): SipRequest | null {
    return this.#arrived;
  }

  expectProbe(callId: string, arrived: () => void): () => void {
    this.#probes.set(callId, arrived);
    return () => this.#probes.delete(callId);
  }

  expectNotify(callId: string, handle: (notify: SipRequest) => number): () => void {
    this.#subscriptions.set(callId, handle);
    return () => this.#subscriptions.delete(callId);
  }

  receive(request: SipRequest): void {
    const { front, send } = this.#needs;
    if (!isAnswerable(request)) {
      front.onProblem('unanswerable-request', request.method);
      return;
    }
    const arrival = this.transactions.arrive(request);
    switch (arrival.arrival) {
      case 'repeated':
        if (arrival.again !== null) send(arrival.again);
        return;
      case 'of-invite':
        if (!arrival.byFront) this.#deliver(request, arrival.branch, null);
        else if (request.method === 'CANCEL') send(replyTo(request, 200, { toTag: front.token() }));
        return;
      case 'merged':
        send(replyTo(request, 482, { toTag: front.token() }));
        return;
      case 'unmatched':
        // The ACK of a 2xx has a branch of its own (RFC 3261 §13.2.2.4).
        if (request.method !== 'ACK') send(replyTo(request, 481, { toTag: front.token() }));
        // The library would take its number for the newest of the call.
        else if (!this.transactions.mayConfirm(request)) front.onProblem('unanswerable-request', 'ACK');
        // It carries the answer to an offer of ours.
        else this.#deliver(request, `z9hG4bK${front.token()}`, sdpOf(request) ?? '');
        return;
      case 'new':
        this.#handle(request, arrival.branch);
    }
  }

  #handle(request: SipRequest, branch: string): void {
    if (request.method === 'OPTIONS') this.#probes.get(header(request, 'call-id') ?? '')?.();
    const subscription =
      request.method === 'NOTIFY' ? this.#subscriptions.get(header(request, 'call-id') ?? '') : undefined;
    if (subscription !== undefined && headerFault(request) === null) {
      this.transactions.answer(request, subscription(request));
      return;
    }
    const verdict = requestVerdict(request, this.#needs.dialogs);
    if (verdict !== null) {
      this.transactions.answer(request, verdict.status, verdict.reason, verdict.headers);
      this.#reportRefused(request, verdict.status, verdict.status === 400 ? 'malformed' : 'unsupported');
      return;
    }
    if (!NEGOTIATING.has(request.method)) {
      this.#deliver(request, branch, null);
      return;
    }
    if (!isFirstInvite(request)) this.#needs.front.onInCallMessage(request);
    if (!this.#answersUpdateInRing(request)) this.#handleOffer(request, branch);
  }

  /** JsSIP refuses an UPDATE before the answer; it often names the true caller (RFC 3311 §5.2). */
  #answersUpdateInRing(request: SipRequest): boolean {
    if (request.method !== 'UPDATE') return false;
    if (this.transactions.openInvite(header(request, 'call-id') ?? '') === null) return false;
    if (request.body === '') {
      const contact = { name: 'contact', value: `<${this.#needs.front.libraryUri()}>` };
      this.transactions.answer(request, 200, undefined, [contact]);
    } else {
      this.transactions.answer(request, 500, undefined, [{ name: 'retry-after', value: '1' }]);
    }
    return true;
  }

  #handleOffer(request: SipRequest, branch: string): void {
    const sdp = sdpOf(request);
    if (sdp === null) {
      this.transactions.answer(request, 415, undefined, [{ name: 'accept', value: 'application/sdp' }]);
      this.#reportRefused(request, 415, 'unsupported');
      return;
    }
    const check = sdp === '' ? null : checkOffer(sdp);
    if (check?.ok === false) {
      this.transactions.answer(request, 488);
      this.#reportRefused(request, 488, check.reason);
      return;
    }
    this.#deliver(request, branch, declineMedia(sdp));
  }

  #deliver(request: SipRequest, branch: string, sdp: string | null): void {
    const { front, form } = this.#needs;
    const text = form.request(request, front.libraryUri(), branch, sdp);
    const wantsAnswer = request.method !== 'ACK' && request.method !== 'CANCEL';
    if (!front.isReadable(text)) {
      front.onProblem('unreadable-frame', request.method);
      if (wantsAnswer) this.transactions.answer(request, 400);
      this.#reportRefused(request, 400, 'malformed');
      return;
    }
    this.#arrived = request;
    try {
      front.toLibrary(text);
    } catch (error) {
      front.onProblem('library-error', String(error));
      if (wantsAnswer) this.transactions.answer(request, 500);
    } finally {
      this.#arrived = null;
    }
  }

  #reportRefused(request: SipRequest, status: number, why: Parameters<FrontNeeds['onRefusedCall']>[2]): void {
    if (isFirstInvite(request)) this.#needs.front.onRefusedCall(request, status, why);
  }
}

function isFirstInvite(request: SipRequest): boolean {
  return request.method === 'INVITE' && tagOf(request, 'to') === null;
}
