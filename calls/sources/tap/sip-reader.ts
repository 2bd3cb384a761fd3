import type { CallEnd } from '../../call-end.ts';
import type { CallEvent, Instant, PhoneEvent } from '../../call-event.ts';
import { type CSeq, cseqOf } from '../sip/cseq.ts';
import type { SipMessage, SipRequest, SipResponse } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { readFrame } from '../sip-front/read-frame.ts';
import { assertedParty } from '../sip-front/remote-identity.ts';
import { audioDirection } from './media-direction.ts';
import { endByBye, endByCancel, refusesDialog } from './read-endings.ts';
import { readInvite } from './read-invite.ts';
import { readInviteResponse } from './read-invite-response.ts';
import type { FrameDirection, TapFrame } from './tap-frame.ts';
import type { WatchedCall } from './watched-call.ts';
import { WatchedCalls } from './watched-calls.ts';
import { WatchedRegistrations } from './watched-registrations.ts';
import { referredCallId } from './watched-transfer.ts';

type TapEvent = CallEvent | PhoneEvent;

const NO_ANSWER: CallEnd = { how: 'no-answer' };
const DIALOG_GONE: CallEnd = { how: 'broken', cause: 'dialog-gone', sipStatus: null };
/** More calls than any phone has: the page is not a phone any more. */
const DISPLACED: CallEnd = { how: 'lost' };

/**
 * Reads the SIP frames of a page's sockets as calls. Pure but for what it remembers: the time is an
 * argument, and `nextAt` says when `onTime` has something to report. Anything may come in any
 * order; what cannot be read changes nothing.
 */
export class SipReader {
  #events: TapEvent[] = [];
  #now: Instant = 0;
  #unreadable = 0;
  readonly #calls = new WatchedCalls(
    (event) => this.#events.push(event),
    (call) => call.end(DISPLACED, this.#now),
  );
  readonly #registrations = new WatchedRegistrations((event) => this.#events.push(event));

  /** Frames that looked like SIP and could not be read. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** When something is due that no frame brings; Infinity for never. */
  get nextAt(): Instant {
    return Math.min(this.#registrations.dueAt, ...this.#calls.live.map(({ dueAt }) => dueAt));
  }

  /** The registration and the events of the calls that are up, for a host that missed them. */
  get history(): readonly TapEvent[] {
    const registered = this.#registrations.history;
    return [...registered, ...this.#calls.live.flatMap(({ history }) => history)];
  }

  read(frame: TapFrame, now: Instant): readonly TapEvent[] {
    const read = readFrame(frame.text);
    if (read.kind === 'unreadable') this.#unreadable += 1;
    if (read.kind !== 'message') return this.onTime(now);
    return this.#collect(now, () => this.#handle(read.message, frame.direction));
  }

  onTime(now: Instant): readonly TapEvent[] {
    return this.#collect(now, () => {});
  }

  #collect(now: Instant, work: () => void): readonly TapEvent[] {
    this.#events = [];
    this.#now = now;
    work();
    this.#registrations.onTime(now);
    for (const call of this.#calls.live) if (call.dueAt <= now) this.#expire(call);
    this.#calls.sweep();
    return this.#events;
  }

  #expire(call: WatchedCall): void {
    if (call.state === 'announced') call.begin(call.rungAt ?? this.#now);
    else call.end(call.refusal ?? NO_ANSWER, this.#now);
  }

  #handle(message: SipMessage, frame: FrameDirection): void {
    const cseq = cseqOf(message);
    if (cseq === undefined) return;
    if (message.kind === 'request') this.#onRequest(message, cseq.number, frame);
    else this.#onResponse(message, cseq, frame);
  }

  #onRequest(request: SipRequest, cseq: number, frame: FrameDirection): void {
    const now = this.#now;
    if (request.method === 'REGISTER') {
      if (frame === 'sent') this.#registrations.onRequest(request);
      return;
    }
    if (request.method === 'INVITE' && tagOf(request, 'to') === null) {
      readInvite(this.#calls, request, frame, now);
      return;
    }
    const found = this.#calls.find(request, frame);
    if (found === null) return;
    const { call, requester } = found;
    switch (request.method) {
      case 'CANCEL':
        endByCancel(call, request, requester, now);
        break;
      case 'BYE':
        endByBye(call, requester, now);
        break;
      case 'ACK':
        call.holds.onAck(cseq, audioDirection(request));
        call.reportHolds(now);
        break;
      case 'INVITE':
      case 'UPDATE':
        call.holds.onRequest(requester, cseq, audioDirection(request));
        if (requester === 'remote') call.nameParty(assertedParty(request), now);
        break;
      case 'REFER':
        if (requester === 'local') this.#refer(call, request, cseq);
        break;
      case 'NOTIFY':
        if (requester === 'remote') call.transfer.onNotify(request, now);
    }
  }

  #refer(call: WatchedCall, request: SipRequest, cseq: number): void {
    if (call.state !== 'established') return;
    call.transfer.onRefer(request, cseq, this.#now);
    const other = this.#calls.withCallId(referredCallId(request) ?? '');
    if (other !== null && other !== call) other.joinedBy = call;
  }

  #onResponse(response: SipResponse, cseq: CSeq, frame: FrameDirection): void {
    const now = this.#now;
    const { method, number } = cseq;
    if (method === 'REGISTER') {
      if (frame === 'received') this.#registrations.onResponse(response, now);
      return;
    }
    if (method === 'INVITE' && readInviteResponse(this.#calls, response, number, frame, now)) return;
    const found = this.#calls.find(response, frame);
    if (found === null) return;
    const { call, requester } = found;
    if (method === 'REFER') {
      if (requester === 'local') call.transfer.onResponse(response.status, number, now);
      return;
    }
    if (refusesDialog(response.status, method)) call.end(DIALOG_GONE, now);
    if (method !== 'INVITE' && method !== 'UPDATE') return;
    if (response.status >= 300) call.holds.onFailure(requester, number);
    if (response.status < 200 || response.status >= 300) return;
    call.holds.onSuccess(requester, number, audioDirection(response));
    call.reportHolds(now);
  }
}
