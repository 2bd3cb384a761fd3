import type { SipCredentials } from '../../phone-account.ts';
import type { Clock } from '../clock.ts';
import { quote } from '../sip/header-values.ts';
import {
  header,
  headerLines,
  type SipHeader,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { parseMessage } from '../sip/parse-message.ts';
import { replyTo } from '../sip/reply-to.ts';
import { parseCSeq } from '../sip/request-fault.ts';
import { writeMessage } from '../sip/write-message.ts';
import { Aliases } from './aliases.ts';
import { Authenticator } from './authenticator.ts';
import { declineMedia } from './decline-media.ts';
import { decodeFrame } from './decode-frame.ts';
import { Dialogs } from './dialogs.ts';
import type { FrontReport } from './front-report.ts';
import { checkOffer } from './offer-check.ts';
import { OwnRequests } from './own-requests.ts';
import { isAnswerable, readFrame, refusal } from './read-frame.ts';
import { RegisterLimit } from './register-limit.ts';
import { isUnregister, readRegistrarAnswer, registrarAnswerForLibrary } from './registrar-answer.ts';
import { requestVerdict, tagOf } from './request-verdict.ts';
import { sdpOf } from './sdp-body.ts';
import { ServerTransactions } from './server-transactions.ts';

interface SipFrontNeeds extends FrontReport {
  readonly account: { readonly user: string; readonly credentials: SipCredentials };
  readonly clock: Clock;
  /** Sends a frame; false without a connection. */
  readonly toServer: (frame: string) => boolean;
  /** Hands a message to the library. May throw: the library is not proof against odd messages. */
  readonly toLibrary: (message: string) => void;
  /** Whether the library's grammar can read a message. */
  readonly isReadable: (message: string) => boolean;
  /** The Request-URI by which the library knows itself. */
  readonly libraryUri: () => string;
  /** A random token of letters and digits. */
  readonly token: () => string;
}

/** The library's requests whose answers are awaited; more than that are forgotten. */
const MOST_SENT = 100;

/**
 * Stands between the socket and the SIP library. It reads every frame, brings it into the form that
 * the library understands, answers what the library cannot, and counts what is dropped. On the way
 * out it puts back what it replaced, so the server sees one consistent phone.
 */
export class SipFront {
  readonly own: OwnRequests;
  readonly #needs: SipFrontNeeds;
  readonly #aliases = new Aliases();
  readonly #authenticator: Authenticator;
  readonly #dialogs = new Dialogs();
  readonly #requests: ServerTransactions;
  readonly #registers: RegisterLimit;
  /** Requests of the library by branch. */
  readonly #sent = new Map<string, SipRequest>();
  readonly #probes = new Map<string, () => void>();
  #arrived: SipRequest | null = null;

  constructor(needs: SipFrontNeeds) {
    this.#needs = needs;
    const { clock, token } = needs;
    this.#authenticator = new Authenticator(needs.account, token);
    this.#requests = new ServerTransactions({
      ...{ clock, token },
      send: (response) => this.#write(response),
      onForgotten: ({ method }) => needs.onProblem('forgotten-request', method),
    });
    this.#registers = new RegisterLimit(clock, (frame) => needs.toServer(frame));
    this.own = new OwnRequests({
      ...{ clock, token, authenticator: this.#authenticator },
      send: (request) => needs.toServer(writeMessage(request)),
    });
  }

  /** The request that the library handles at this moment, as it arrived. */
  get arrived(): SipRequest | null {
    return this.#arrived;
  }

  /** Calls `arrived` once when the OPTIONS with this Call-ID comes back from the server. */
  expectProbe(callId: string, arrived: () => void): () => void {
    this.#probes.set(callId, arrived);
    return () => this.#probes.delete(callId);
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
        if (frame.refuse !== null) this.#write(refusal(frame.refuse, this.#needs.token()));
        return;
      case 'message':
        if (frame.message.kind === 'request') this.#receiveRequest(frame.message);
        else this.#receiveResponse(frame.message);
    }
  }

  /** A message of the library. */
  send(text: string): boolean {
    const parsed = parseMessage(text);
    if (!parsed.ok) return this.#needs.toServer(text);
    const { message } = parsed;
    if (message.kind === 'response') {
      const restored = this.#requests.restore(message);
      return restored === null || this.#write(restored);
    }
    const signed = this.#authenticator.toServer(message);
    this.#remember(signed);
    const frame = this.#aliases.toServer(writeMessage(signed));
    return message.method === 'REGISTER' ? this.#registers.send(frame) : this.#needs.toServer(frame);
  }

  /** The connection is gone, and with it what was asked over it. */
  disconnected(): void {
    this.#requests.clear();
    this.#registers.clear();
    this.own.clear();
  }

  #receiveRequest(request: SipRequest): void {
    if (!isAnswerable(request)) {
      this.#needs.onProblem('unanswerable-request', request.method);
      return;
    }
    const arrival = this.#requests.arrive(request);
    switch (arrival.arrival) {
      case 'repeated':
        if (arrival.again !== null) this.#write(arrival.again);
        return;
      case 'of-invite':
        if (arrival.byFront) this.#answerLate(request);
        else this.#deliver(request, arrival.branch);
        return;
      case 'unmatched':
        // The ACK of a 2xx has a branch of its own (RFC 3261 §13.2.2.4).
        if (request.method === 'ACK') this.#deliver(request, `z9hG4bK${this.#needs.token()}`);
        else this.#write(replyTo(request, 481, { toTag: this.#needs.token() }));
        return;
      case 'new':
        this.#handle(request, arrival.branch);
    }
  }

  #answerLate(request: SipRequest): void {
    if (request.method === 'CANCEL') this.#write(replyTo(request, 200, { toTag: this.#needs.token() }));
  }

  #handle(request: SipRequest, branch: string): void {
    const probe =
      request.method === 'OPTIONS' ? this.#probes.get(header(request, 'call-id') ?? '') : undefined;
    if (probe !== undefined) probe();
    const verdict = requestVerdict(request, this.#dialogs.has(request));
    if (verdict !== null) {
      this.#requests.answer(request, verdict.status, verdict.reason, verdict.headers);
      if (isFirstInvite(request)) {
        this.#needs.onRefusedCall(
          request,
          verdict.status,
          verdict.status === 400 ? 'malformed' : 'unsupported',
        );
      }
      return;
    }
    if (CARRIES_OFFER.has(request.method) && !isFirstInvite(request)) this.#needs.onInCallMessage(request);
    if (this.#answersUpdateInRing(request)) return;
    this.#handleContent(request, branch);
  }

  /** JsSIP refuses an UPDATE before the answer; it often carries who really calls (RFC 3311 §5.2). */
  #answersUpdateInRing(request: SipRequest): boolean {
    if (request.method !== 'UPDATE') return false;
    if (this.#requests.openInvite(header(request, 'call-id') ?? '') === null) return false;
    if (request.body === '') {
      const contact = { name: 'contact', value: `<${this.#needs.libraryUri()}>` };
      this.#requests.answer(request, 200, undefined, [contact]);
    } else {
      this.#requests.answer(request, 500, undefined, [{ name: 'retry-after', value: '1' }]);
    }
    return true;
  }

  #handleContent(request: SipRequest, branch: string): void {
    if (!CARRIES_OFFER.has(request.method)) {
      this.#deliver(request, branch);
      return;
    }
    const sdp = sdpOf(request);
    if (sdp === null) {
      this.#requests.answer(request, 415, undefined, [{ name: 'accept', value: 'application/sdp' }]);
      if (isFirstInvite(request)) this.#needs.onRefusedCall(request, 415, 'unsupported');
      return;
    }
    const check = sdp === '' ? null : checkOffer(sdp);
    if (check?.ok === false) {
      this.#requests.answer(request, 488);
      if (isFirstInvite(request)) this.#needs.onRefusedCall(request, 488, check.reason);
      return;
    }
    this.#deliver(request, branch, declineMedia(sdp));
  }

  #deliver(request: SipRequest, branch: string, sdp?: string): void {
    const via = { name: 'via', value: `SIP/2.0/WSS front.invalid;branch=${branch}` };
    // The answer to an offer of ours comes with the ACK.
    const body = sdp ?? (request.method === 'ACK' ? (sdpOf(request) ?? '') : null);
    const headers = [via, ...this.#headersForLibrary(request, body)];
    const uri = this.#needs.libraryUri();
    const text = writeMessage({ ...request, uri, headers, body: body ?? request.body });
    if (!this.#needs.isReadable(text)) {
      this.#needs.onProblem('unreadable-frame', request.method);
      if (request.method !== 'ACK') this.#requests.answer(request, 400);
      if (isFirstInvite(request)) this.#needs.onRefusedCall(request, 400, 'malformed');
      return;
    }
    this.#arrived = request;
    try {
      this.#needs.toLibrary(text);
    } catch (error) {
      this.#needs.onProblem('library-error', String(error));
      if (request.method !== 'ACK' && request.method !== 'CANCEL') this.#requests.answer(request, 500);
    } finally {
      this.#arrived = null;
    }
  }

  #receiveResponse(response: SipResponse): void {
    if (this.own.receive(response)) return;
    if (headerLines(response, 'via').length !== 1) {
      this.#needs.onProblem('unreadable-response', `${headerLines(response, 'via').length} Via`);
      return;
    }
    this.#dialogs.noteAnswer(response);
    if (isAnswerToOffer(response) && response.status < 300) this.#needs.onInCallMessage(response);
    const request = this.#sent.get(branchOf(response)) ?? null;
    const asked = this.#authenticator.toLibrary(response, request);
    if (request?.method === 'REGISTER') this.#receiveRegistrarAnswer(request, response, asked);
    else this.#deliverResponse(asked);
  }

  #receiveRegistrarAnswer(request: SipRequest, response: SipResponse, asked: SipResponse): void {
    const willAnswer = ['www-authenticate', 'proxy-authenticate'].some(
      (name) => header(asked, name) !== undefined,
    );
    if (response.status < 200 || isUnregister(request) || willAnswer) {
      this.#deliverResponse(asked);
      return;
    }
    const answer = readRegistrarAnswer(request, response);
    this.#deliverResponse(registrarAnswerForLibrary(request, asked, answer));
    this.#needs.onRegistrarAnswer(answer);
  }

  #deliverResponse(response: SipResponse): void {
    const via = { name: 'via', value: `SIP/2.0/WSS phone.invalid;branch=${branchOf(response)}` };
    const body = isAnswerToOffer(response) ? (sdpOf(response) ?? '') : null;
    const headers = [via, ...this.#headersForLibrary(response, body)];
    const whole: SipResponse = { ...response, headers, body: body ?? response.body };
    const text = writeMessage(whole);
    // What is optional may be what the library cannot read; what is needed must arrive.
    const least = writeMessage({ ...whole, headers: whole.headers.filter(({ name }) => NEEDED.has(name)) });
    const readable = [text, least].find((candidate) => this.#needs.isReadable(candidate));
    if (readable === undefined) {
      this.#needs.onProblem('unreadable-response', String(response.status));
      return;
    }
    try {
      this.#needs.toLibrary(readable);
    } catch (error) {
      this.#needs.onProblem('library-error', String(error));
    }
  }

  /** The headers in forms that the library reads; Via is the caller's. */
  #headersForLibrary({ headers }: SipMessage, sdp: string | null): readonly SipHeader[] {
    return headers.flatMap(({ name, value }): SipHeader[] => {
      switch (name) {
        case 'via':
        case 'content-length':
          return [];
        case 'content-type':
          if (sdp === '') return [];
          return [{ name, value: sdp === null ? value : 'application/sdp' }];
        case 'max-forwards':
          return /^\d{1,3}$/.test(value) ? [{ name, value }] : [];
        case 'cseq':
          return [{ name, value: cseqOf(value) }];
        case 'from':
        case 'to':
        case 'contact':
        case 'record-route':
          return [{ name, value: this.#addressesForLibrary(value) }];
        default:
          return [{ name, value }];
      }
    });
  }

  #addressesForLibrary(value: string): string {
    const address = readNameAddress(value);
    if (address === null || /,/.test(value.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>/g, ''))) return value;
    const name = address.displayName === null ? '' : `${quote(address.displayName)} `;
    const params = [...address.params].map(
      ([key, text]) => `;${key}${text === '' ? '' : `=${asParam(text)}`}`,
    );
    return `${name}<${this.#aliases.toLibrary(address.uri)}>${params.join('')}`;
  }

  #remember(request: SipRequest): void {
    // These two have the branch of their INVITE.
    if (request.method === 'ACK' || request.method === 'CANCEL') return;
    this.#sent.set(branchOf(request), request);
    if (this.#sent.size > MOST_SENT) this.#sent.delete([...this.#sent.keys()][0] ?? '');
  }

  #write(response: SipResponse): boolean {
    this.#dialogs.noteAnswer(response);
    return this.#needs.toServer(this.#aliases.toServer(writeMessage(response)));
  }
}

const CARRIES_OFFER: ReadonlySet<string> = new Set(['INVITE', 'UPDATE']);
const NEEDED: ReadonlySet<string> = new Set(
  'via from to call-id cseq contact record-route content-type www-authenticate proxy-authenticate'.split(' '),
);

function isFirstInvite(request: SipRequest): boolean {
  return request.method === 'INVITE' && tagOf(request, 'to') === null;
}

function isAnswerToOffer(response: SipResponse): boolean {
  return CARRIES_OFFER.has(parseCSeq(header(response, 'cseq') ?? '')?.method ?? '') && response.status > 100;
}

function branchOf(message: SipMessage): string {
  return /;\s*branch\s*=\s*([^\s;,]+)/i.exec(header(message, 'via') ?? '')?.[1] ?? '';
}

function cseqOf(value: string): string {
  const cseq = parseCSeq(value);
  return cseq === undefined ? value : `${cseq.number} ${cseq.method}`;
}

/** A parameter's value: a token as it is, anything else quoted. */
function asParam(text: string): string {
  return /^[\w.!%*+`'~:[\]-]+$/.test(text) ? text : quote(text);
}
