import type { TurnAccount } from './sources/turn-account.ts';

/** A password, or the digest of user, realm and password that RFC 2617 §3.2.2.2 calls HA1. */
export type SipCredentials =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'ha1'; readonly ha1: string; readonly realm: string };

/** Where the number stands that the caller dialled. `header` names one where that is the source. */
export interface CalledNumberFrom {
  readonly source: 'auto' | 'to' | 'request-uri' | 'diversion' | 'history-info' | 'header';
  readonly header: string;
}

/** An account at a phone system, and how calls are handled on it. */
export interface PhoneAccount {
  /** WebSocket URL of the server. The phone host has checked that it is allowed. */
  readonly server: string;
  /** Servers that are tried after it, in this order; each checked like the first. */
  readonly fallbackServers?: readonly string[];
  readonly domain: string;
  readonly user: string;
  readonly credentials: SipCredentials;
  readonly displayName: string | null;
  readonly iceServers: readonly RTCIceServer[];
  /** Absent or null: none. */
  readonly turn?: TurnAccount | null;
  readonly dtmf: 'rfc4733' | 'info';
  readonly autoAnswer: boolean;
  /**
   * The server is believed who calls (RFC 3325 §8: it belongs to the organisation's trust domain).
   */
  readonly trustCallerIdentity: boolean;
  /** Calls that the server marks so are answered by themselves (sip-front/answer-after.ts). */
  readonly answerOnRequest: boolean;
  /** Header with the time in the queue, in seconds; null if the phone system sends none. */
  readonly queueTimeHeader: string | null;
  /** Absent: `auto`. */
  readonly calledNumber?: CalledNumberFrom;
}
