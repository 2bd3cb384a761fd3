import type { MediaAccess } from '../../media-access.ts';

/** A password, or the digest of user, realm and password that RFC 2617 §3.2.2.2 calls HA1. */
export type SipCredentials =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'ha1'; readonly ha1: string; readonly realm: string };

export interface JssipSourceConfig {
  /** WebSocket URL of the server. The host has checked that it is allowed. */
  readonly server: string;
  readonly domain: string;
  readonly user: string;
  readonly credentials: SipCredentials;
  readonly displayName: string | null;
  readonly iceServers: readonly RTCIceServer[];
  /** Longest wait for better candidates once there is a first one, ms. */
  readonly iceBudgetMs: number;
  readonly dtmf: 'rfc4733' | 'info';
  readonly autoAnswer: boolean;
  /** Asked at every call that comes: the status by which it is refused without a ring, or null to let it ring. */
  readonly turnAway: () => 480 | 486 | 603 | null;
  /** Header in which the phone system passes the queue time, in seconds; null if it does not. */
  readonly queueTimeHeader: string | null;
  readonly media: MediaAccess;
  /** Hears of what went wrong without ending a call: a frame that cannot be read, a reaction that failed. */
  readonly report: (problem: SourceProblem) => void;
}

export interface SourceProblem {
  readonly problem: 'bad-frame' | 'microphone-lost';
  readonly detail: string;
}

/** Delays before the connection is opened, or a failed registration is tried, again. */
export const RECONNECT_LIMITS = { leastMs: 100, firstMs: 1_000, longestMs: 30_000 } as const;

/** Registration as the source keeps it, ms. */
export interface RegistrationTimings {
  /** A re-REGISTER this long after the last answer. Below the 60 s after which common proxies close an idle socket. */
  readonly keepAliveMs: number;
  /** An answer later than this counts as none. */
  readonly answerTimeoutMs: number;
}

export const REGISTRATION_TIMINGS: RegistrationTimings = { keepAliveMs: 25_000, answerTimeoutMs: 5_000 };
