import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../call-event.ts';

/** TURN servers (RFC 8656), and how the phone authenticates there. */
export interface TurnAccount {
  /** One account at one server, by several ways: UDP, TCP, TLS. */
  readonly urls: readonly string[];
  readonly user: string;
  /** `long-term`: the password of `user`. `time-limited`: the secret shared with the server. */
  readonly credentials: 'long-term' | 'time-limited';
  readonly secret: string;
}

/**
 * How long credentials hold, s. The allocation of a call is refreshed with those of its beginning,
 * so they must outlast the longest call: a day, and half a day for a clock that is slow.
 */
const VALID_S = 36 * 3_600;

/**
 * The server with the credentials for a call that is set up now. Time-limited ones are those of
 * draft-uberti-behave-turn-rest-00 §2.2: the name is `expiry:user`, the password its HMAC-SHA1.
 */
export function turnServerAt({ urls, user, credentials, secret }: TurnAccount, now: Instant): RTCIceServer {
  if (credentials === 'long-term') return { urls: [...urls], username: user, credential: secret };
  const expiry = Math.ceil(now / 1_000) + VALID_S;
  const username = user === '' ? String(expiry) : `${expiry}:${user}`;
  const mac = hmac(sha1, utf8ToBytes(secret), utf8ToBytes(username));
  return { urls: [...urls], username, credential: btoa(String.fromCharCode(...mac)) };
}
