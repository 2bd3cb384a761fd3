import type { EndEvent, RTCSession } from 'jssip/lib/RTCSession';
import type { RemoteParty } from '../../remote-party.ts';

/** What the hand-written types of JsSIP do not say, checked at run time: an update that changes it fails loudly. */
export interface SessionInternals {
  _localHold: boolean;
  readonly _from_tag: string;
  readonly _to_tag: string;
  readonly _request: { readonly call_id: string };
  _setLocalMediaStatus(): void;
  _sendReinvite(options: {
    readonly eventHandlers: ReofferHandlers;
    readonly rtcOfferConstraints?: RTCOfferOptions;
  }): void;
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
 * INVITE with Replaces for this session (RFC 3891): a transfer or a pick-up elsewhere. The library checks the dialog and
 * waits for `accept`, which begins the new session; confirmed, it ends this one. The types take it for a REFER.
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

/** The Call-ID of a request; the types leave it out for incoming ones. */
export function callIdOfRequest(request: object): string {
  if ('call_id' in request && typeof request.call_id === 'string') return request.call_id;
  throw new Error('JsSIP has changed inside: request without call_id');
}

/** The typed direction names no value that the library has. */
export function isInbound(session: RTCSession): boolean {
  return String(session.direction) === 'incoming';
}

/** The parts of an end that the types promise but that are often missing. */
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

/** A header of an incoming request; undefined if it is not there, or no name was set. */
export function headerOf(
  request: { getHeader(name: string): string },
  name: string | null,
): string | undefined {
  return name === null || name === '' ? undefined : request.getHeader(name);
}

const LONGEST_NAME = 200;

/** The other side as signalled. Both texts are its own claim and may be anything; only their length is bounded. */
export function remotePartyOf(session: RTCSession): RemoteParty {
  const { uri, display_name: name } = session.remote_identity;
  const number: string | null | undefined = uri.user;
  const displayName: string | null | undefined = name;
  return {
    number: (number ?? '').slice(0, LONGEST_NAME),
    displayName:
      displayName === undefined || displayName === null || displayName === ''
        ? null
        : displayName.slice(0, LONGEST_NAME),
  };
}
