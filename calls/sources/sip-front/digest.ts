import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { SipCredentials } from '../../phone-account.ts';
import { parseParams, splitOutside } from '../sip/header-values.ts';

/** From weak to strong (RFC 8760 §2.3: the strongest that both sides know). */
const ALGORITHMS = ['MD5', 'SHA-256', 'SHA-512-256'] as const;
type Algorithm = (typeof ALGORITHMS)[number];

/** Proxies that one answer may ask for. */
const MOST_REALMS = 4;

const HASHES = { MD5: md5, 'SHA-256': sha256, 'SHA-512-256': sha512_256 } as const;

/** One Digest challenge (RFC 7616 §3.3) that this phone can answer. */
export interface Challenge {
  /** Between the quotes as sent, escapes included (`unq` in RFC 7616 §3.4). */
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | null;
  readonly algorithm: Algorithm;
  /** `-sess`: the secret is bound to the nonces. */
  readonly session: boolean;
  readonly qop: 'auth' | 'auth-int' | null;
  readonly stale: boolean;
}

/**
 * The strongest challenge of each realm that can be answered with these credentials: several
 * proxies may ask in one answer (RFC 3261 §22.3). Unknown schemes and algorithms are ignored (RFC
 * 7235 §2.1).
 */
export function chooseChallenges(
  values: readonly string[],
  credentials: SipCredentials,
): readonly Challenge[] {
  const strength = ({ algorithm }: Challenge) => ALGORITHMS.indexOf(algorithm);
  const usable = splitChallenges(values)
    .map(readChallenge)
    .filter((challenge) => challenge !== null)
    .filter(({ algorithm, realm }) =>
      credentials.kind === 'password' ? true : algorithm === 'MD5' && realm === credentials.realm,
    );
  const byRealm = new Map<string, Challenge>();
  for (const next of usable) {
    const best = byRealm.get(next.realm);
    if (best === undefined || strength(next) > strength(best)) byRealm.set(next.realm, next);
  }
  return [...byRealm.values()].slice(0, MOST_REALMS);
}

/** Several challenges may stand in one header, divided by the same commas as their parameters. */
function splitChallenges(values: readonly string[]): readonly string[] {
  const challenges: string[] = [];
  for (const part of values.flatMap((value) => splitOutside(value, ','))) {
    if (/^[\w!#$%&'*+.^`|~-]+(?:\s+[^\s=]|$)/.test(part)) challenges.push(part);
    else if (challenges.length > 0) challenges.push(`${challenges.pop()}, ${part}`);
  }
  return challenges;
}

function readChallenge(text: string): Challenge | null {
  const [, fields] = /^Digest\s+(.*)$/is.exec(text) ?? [];
  if (fields === undefined) return null;
  const parts = splitOutside(fields, ',');
  const params = parseParams(parts);
  const raw = (name: string) => rawValue(parts, name);
  const [realm, nonce] = [raw('realm'), raw('nonce')];
  if (realm === null || nonce === null) return null;
  const named = (params.get('algorithm') ?? 'MD5').toUpperCase();
  const session = named.endsWith('-SESS');
  const algorithm = ALGORITHMS.find((known) => known === (session ? named.slice(0, -5) : named));
  if (algorithm === undefined) return null;
  const qop = readQop(params.get('qop'));
  if (qop === undefined) return null;
  const stale = params.get('stale')?.toLowerCase() === 'true';
  return { realm, nonce, opaque: raw('opaque'), algorithm, session, qop, stale };
}

function readQop(offered: string | undefined): Challenge['qop'] | undefined {
  if (offered === undefined || offered.trim() === '') return null;
  const options = offered.toLowerCase().split(/[\s,]+/);
  return options.includes('auth') ? 'auth' : options.includes('auth-int') ? 'auth-int' : undefined;
}

function rawValue(parts: readonly string[], name: string): string | null {
  for (const part of parts) {
    const [, key = '', value = ''] = /^([^=\s]+)\s*=\s*(.*)$/s.exec(part) ?? [];
    if (key.toLowerCase() === name) return value.replace(/^"(.*)"$/s, '$1');
  }
  return null;
}

interface Question {
  readonly challenge: Challenge;
  readonly user: string;
  readonly credentials: SipCredentials;
  readonly method: string;
  readonly uri: string;
  readonly body: string;
  readonly cnonce: string;
  /** How often this nonce was used, this time included. */
  readonly count: number;
}

/** The value of Authorization or Proxy-Authorization (RFC 7616 §3.4). */
export function authorization(question: Question): string {
  const { challenge, user, uri, cnonce } = question;
  const { realm, nonce, opaque, algorithm, session, qop } = challenge;
  const nc = question.count.toString(16).padStart(8, '0');
  const fields = [
    `username="${user.replace(/["\\]/g, '\\$&')}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${uri}"`,
    `response="${responseOf(question, nc)}"`,
    `algorithm=${algorithm}${session ? '-sess' : ''}`,
    ...(opaque === null ? [] : [`opaque="${opaque}"`]),
    ...(qop === null ? [] : [`qop=${qop}`, `nc=${nc}`]),
    ...(qop === null && !session ? [] : [`cnonce="${cnonce}"`]),
  ];
  return `Digest ${fields.join(', ')}`;
}

function responseOf(
  { challenge, user, credentials, method, uri, body, cnonce }: Question,
  nc: string,
): string {
  const { realm, nonce, algorithm, session, qop } = challenge;
  const hash = (text: string) => bytesToHex(HASHES[algorithm](new TextEncoder().encode(text)));
  const plain =
    credentials.kind === 'ha1' ? credentials.ha1 : hash(`${user}:${realm}:${credentials.password}`);
  const secret = session ? hash(`${plain}:${nonce}:${cnonce}`) : plain;
  const request = hash(qop === 'auth-int' ? `${method}:${uri}:${hash(body)}` : `${method}:${uri}`);
  return hash(
    qop === null ? `${secret}:${nonce}:${request}` : [secret, nonce, nc, cnonce, qop, request].join(':'),
  );
}
