import { BoundedMap } from '../../bounded-map.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, headerLines, type SipRequest, type SipResponse } from '../sip/message.ts';
import { branchOf } from '../sip/message-ids.ts';
import { NEGOTIATING } from '../sip/negotiating.ts';
import { parseMessage } from '../sip/parse-message.ts';
import { writeMessage } from '../sip/write-message.ts';
import { Authenticator } from './authenticator.ts';
import { decodeFrame } from './decode-frame.ts';
import { Dialogs } from './dialogs.ts';
import { ForkedAnswers } from './forked-answers.ts';
import type { FrontNeeds } from './front-needs.ts';
import { IncomingRequests } from './incoming-requests.ts';
import { LibraryForm } from './library-form.ts';
import { OwnRequests } from './own-requests.ts';
import { readFrame, refusal } from './read-frame.ts';
import { RegisterLimit } from './register-limit.ts';
import { isUnregister, readRegistrarAnswer, registrarAnswerForLibrary } from './registrar-answer.ts';
import { ReliableProvisionals } from './reliable-provisionals.ts';
import { sdpOf } from './sdp-body.ts';
import { SessionIntervals } from './session-intervals.ts';

/** The library's requests whose answers are awaited; more than that are forgotten. */
const MOST_SENT = 100;
/** How long the BYE of a branch that nobody talks to may take, and a PRACK, ms. */
const OWN_LIMIT_MS = 5_000;

/**
 * Stands between the socket and the SIP library. It reads every frame, brings it into the form that
 * the library understands, answers what the library cannot, and counts what is dropped. On the way
 * out it puts back what it replaced, so the server sees one consistent phone.
 */
export class SipFront {
  readonly own: OwnRequests;
  readonly #needs: FrontNeeds;
  readonly #form = new LibraryForm();
  readonly #authenticator: Authenticator;
  readonly #intervals = new SessionIntervals();
  readonly #dialogs = new Dialogs();
  readonly #forks: ForkedAnswers;
  readonly #reliable = new ReliableProvisionals();
  readonly #incoming: IncomingRequests;
  readonly #registers: RegisterLimit;
  /** Requests of the library by branch. */
  readonly #sent = new BoundedMap<string, SipRequest>(MOST_SENT);

  constructor(needs: FrontNeeds) {
    this.#needs = needs;
    const { clock, token } = needs;
    this.#authenticator = new Authenticator(needs.account, token);
    this.#forks = new ForkedAnswers(token);
    this.#registers = new RegisterLimit(clock, (frame) => needs.toServer(frame));
    this.#incoming = new IncomingRequests({
      ...{ front: needs, form: this.#form, dialogs: this.#dialogs },
      send: (response) => this.#answer(response),
    });
    this.own = new OwnRequests({
      ...{ clock, token, authenticator: this.#authenticator },
      send: (request) => needs.toServer(writeMessage(request)),
    });
  }

  /** The request that the library handles at this moment, as it arrived. */
  get arrived(): SipRequest | null {
    return this.#incoming.arrived;
  }

  /** Calls `arrived` when the OPTIONS with this Call-ID comes back; the result ends the wait. */
  expectProbe(callId: string, arrived: () => void): () => void {
    return this.#incoming.expectProbe(callId, arrived);
  }

  /** Hands over the NOTIFYs with this Call-ID; `handle` gives the status of the answer. */
  expectNotify(callId: string, handle: (request: SipRequest) => number): () => void {
    return this.#incoming.expectNotify(callId, handle);
  }

  /** An address that the library was shown, as the server knows it. */
  realAddress(uri: string): string {
    return this.#form.toServer(uri);
  }

  /** A frame from the server. */
  receive(data: unknown): void {
    const text = decodeFrame(data);
    const frame = text === null ? null : readFrame(text);
    if (frame === null) {
      this.#needs.onProblem('unreadable-frame', 'no text');
      return;
    }
    switch (frame.kind) {
      case 'keep-alive':
        if (frame.reply !== null) this.#needs.toServer(frame.reply);
        return;
      case 'unreadable':
        this.#needs.onProblem('unreadable-frame', frame.reason);
        if (frame.refuse !== null) this.#answer(refusal(frame.refuse, this.#needs.token()));
        return;
      case 'message':
        // RFC 3261 §18.3: not to be read. A call may be in it, so it does not vanish.
        if (frame.excess > 0) this.#needs.onProblem('unreadable-frame', 'more than one message');
        if (frame.message.kind === 'request') this.#incoming.receive(frame.message);
        else this.#receiveResponse(frame.message);
    }
  }

  /** A message of the library; false if it cannot be sent. */
  send(text: string): boolean {
    const parsed = parseMessage(this.#form.toServer(text));
    if (!parsed.ok) return this.#needs.toServer(text);
    if (parsed.message.kind === 'response') {
      const restored = this.#incoming.transactions.restore(parsed.message);
      return restored === null || this.#answer(restored);
    }
    const counted = this.#reliable.toServer(parsed.message);
    const request = this.#intervals.toServer(this.#authenticator.toServer(counted));
    this.#forks.outbound(request);
    this.#dialogs.sent(request);
    this.#remember(request);
    const frame = writeMessage(request);
    return request.method === 'REGISTER' ? this.#registers.send(frame) : this.#needs.toServer(frame);
  }

  /** The connection is gone, and with it what was asked over it. */
  disconnected(): void {
    this.#incoming.transactions.clear();
    this.#registers.clear();
    this.own.clear();
  }

  #receiveResponse(response: SipResponse): void {
    if (this.own.receive(response)) return;
    if (headerLines(response, 'via').length !== 1) {
      this.#needs.onProblem('unreadable-response', `${headerLines(response, 'via').length} Via`);
      return;
    }
    const fork = this.#forks.inbound(response);
    if (!fork.pass) {
      this.#needs.toServer(writeMessage(this.#authenticator.toServer(fork.ack)));
      if (fork.bye !== null) void this.own.send(this.#reliable.toServer(fork.bye), OWN_LIMIT_MS);
      return;
    }
    const prack = this.#reliable.inbound(response);
    if (prack !== null) void this.own.send(prack, OWN_LIMIT_MS);
    this.#dialogs.answeredThere(response);
    if (isAnswerToOffer(response) && response.status < 300) this.#needs.onInCallMessage(response);
    const request = this.#sent.get(branchOf(response)) ?? null;
    if (request !== null && this.#intervals.isTooSmall(response, request)) {
      this.#deliver(this.#authenticator.askAgain(response, request));
      return;
    }
    const asked = this.#authenticator.toLibrary(response, request);
    if (request?.method === 'REGISTER') this.#receiveRegistrarAnswer(request, response, asked);
    else this.#deliver(asked);
  }

  #receiveRegistrarAnswer(request: SipRequest, response: SipResponse, asked: SipResponse): void {
    const willAnswer = ['www-authenticate', 'proxy-authenticate'].some(
      (name) => header(asked, name) !== undefined,
    );
    if (response.status < 200 || isUnregister(request) || willAnswer) {
      this.#deliver(asked);
      return;
    }
    const answer = readRegistrarAnswer(request, response);
    this.#deliver(registrarAnswerForLibrary(request, asked, answer));
    this.#needs.onRegistrarAnswer(answer);
  }

  #deliver(response: SipResponse): void {
    const sdp = isAnswerToOffer(response) ? (sdpOf(response) ?? '') : null;
    const counted = this.#reliable.toLibrary(response);
    const text = this.#form.response(counted, sdp, this.#needs.isReadable);
    if (text === undefined) {
      this.#needs.onProblem('unreadable-response', String(response.status));
      return;
    }
    try {
      this.#needs.toLibrary(text);
    } catch (error) {
      this.#needs.onProblem('library-error', String(error));
    }
  }

  #remember(request: SipRequest): void {
    // These two have the branch of their INVITE.
    if (request.method === 'ACK' || request.method === 'CANCEL') return;
    this.#sent.set(branchOf(request), request);
  }

  #answer(response: SipResponse): boolean {
    this.#dialogs.answeredHere(response);
    return this.#needs.toServer(writeMessage(response));
  }
}

function isAnswerToOffer(response: SipResponse): boolean {
  const method = cseqOf(response)?.method;
  return method !== undefined && NEGOTIATING.has(method) && response.status > 100;
}
