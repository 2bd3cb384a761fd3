import type { EndEvent, RTCSession } from 'jssip/lib/RTCSession';
import { header, type SipRequest } from '../sip/message.ts';

/**
 * Members that the types of JsSIP leave out. Checked at run time: a changed JsSIP fails at once.
 */
export interface SessionInternals {
  _localHold: boolean;
  /** False while a description is made; JsSIP leaves it so if `createOffer` fails. */
  _rtcReady: boolean;
  /** The types declare a getter. */
  _status: number;
  readonly _is_confirmed: boolean;
  readonly _late_sdp: boolean;
  readonly _contact: string | null;
  /** Subscriptions to the outcome of a REFER, by id. */
  readonly _referSubscribers: object;
  readonly _from_tag: string;
  readonly _to_tag: string;
  /** The INVITE. */
  readonly _request: { readonly call_id: string };
  /** Every request inside the session, from its dialog. */
  receiveRequest(request: object): void;
  sendRequest(method: string, options?: RequestOptions): unknown;
  _setLocalMediaStatus(): void;
  _sendReinvite(options: {
    readonly eventHandlers: ReofferHandlers;
    readonly rtcOfferConstraints?: RTCOfferOptions;
  }): void;
}

interface RequestOptions {
  readonly eventHandlers?: Readonly<Record<string, unknown>>;
}

export interface ReofferHandlers {
  readonly succeeded: () => void;
  readonly failed: (response?: { readonly status_code: number }) => void;
}

export function internalsOf(session: RTCSession): SessionInternals {
  if (!hasInternals(session)) throw new Error('JsSIP has changed inside: RTCSession');
  return session;
}

function hasInternals(session: object): session is SessionInternals {
  return (
    '_localHold' in session &&
    '_rtcReady' in session &&
    '_status' in session &&
    '_is_confirmed' in session &&
    '_late_sdp' in session &&
    '_contact' in session &&
    'receiveRequest' in session &&
    typeof session.receiveRequest === 'function' &&
    'sendRequest' in session &&
    typeof session.sendRequest === 'function' &&
    '_referSubscribers' in session &&
    typeof session._referSubscribers === 'object' &&
    session._referSubscribers !== null &&
    '_from_tag' in session &&
    '_to_tag' in session &&
    '_request' in session &&
    '_setLocalMediaStatus' in session &&
    typeof session._setLocalMediaStatus === 'function' &&
    '_sendReinvite' in session &&
    typeof session._sendReinvite === 'function'
  );
}

/**
 * INVITE with Replaces for this session (RFC 3891): a transfer or a pick-up elsewhere. JsSIP checks
 * the dialog and waits for `accept`, which begins the new session; once that is confirmed, this one
 * ends. The types declare the event as a REFER.
 */
export function onReplaced(session: RTCSession, listener: (accept: () => void) => void): void {
  session.on('replaces', (event: object) => {
    if (!('accept' in event) || typeof event.accept !== 'function') {
      throw new Error('JsSIP has changed inside: replaces');
    }
    const { accept } = event;
    listener(() => accept());
  });
}

/** The Call-ID of a request; the types leave it out for inbound ones. */
export function callIdOfRequest(request: object): string {
  if ('call_id' in request && typeof request.call_id === 'string') return request.call_id;
  throw new Error('JsSIP has changed inside: request without call_id');
}

/** The values of the typed direction differ from those of the library. */
export function isInbound(session: RTCSession): boolean {
  return String(session.direction) === 'incoming';
}

/** The parts of an end event. The types say that they are always there; often they are not. */
export function readEndMessage(event: EndEvent) {
  const message: EndEvent['message'] | null = event.message;
  const isResponse = message !== null && 'status_code' in message;
  return {
    originator: String(event.originator),
    cause: event.cause,
    sipStatus: isResponse ? message.status_code : null,
    reasonPhrase: isResponse ? message.reason_phrase : null,
    reasons: message === null ? [] : headerValues(message, 'Reason'),
  };
}

function headerValues(message: { getHeaders(name: string): string[] }, name: string): readonly string[] {
  return message.getHeaders(name);
}

/** A header of an inbound request; undefined if it is missing or no name is set. */
export function headerOf(request: SipRequest, name: string | null): string | undefined {
  return name === null || name === '' ? undefined : header(request, name.toLowerCase());
}

const ONE_DAY_S = 86_400;

/**
 * Time in the queue, ms, from a header in seconds ("42", "42.5", "42s"); null for anything else.
 */
export function readQueueTime(header: string | undefined): number | null {
  const match = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:s|sec|seconds)?\s*$/i.exec(header ?? '');
  if (match === null) return null;
  const seconds = Number(match[1]);
  return seconds <= ONE_DAY_S ? Math.round(seconds * 1000) : null;
}
