import { createHash, randomBytes } from 'node:crypto';
import { parseParams, splitOutside } from '../../calls/sources/sip/header-values.ts';

/** RFC 8760 defines both for SIP. JsSIP 3.13 and SIP.js 0.21 support only MD5. */
export type DigestAlgorithm = 'MD5' | 'SHA-256';

export type DigestVerdict =
  | { readonly ok: true; readonly user: string }
  | { readonly ok: false; readonly reason: 'no-credentials' | 'stale' | 'wrong' };

export interface DigestQuestion {
  /** Value of Authorization or Proxy-Authorization, or undefined if there is none. */
  readonly authorization: string | undefined;
  readonly method: string;
  readonly passwordOf: (user: string) => string | undefined;
}

export interface DigestAuthenticator {
  /** Value of a WWW-Authenticate or Proxy-Authenticate header, with a fresh nonce. */
  challenge(stale: boolean): string;
  judge(question: DigestQuestion): DigestVerdict;
  /** Makes all nonces stale. */
  forget(): void;
}

/**
 * Digest authentication with `qop=auth` (RFC 7616). A nonce is valid until `forget`; its counter
 * must grow.
 */
export function openDigestAuthenticator(realm: string, algorithm: DigestAlgorithm): DigestAuthenticator {
  const lastCount = new Map<string, number>();
  return {
    challenge(stale) {
      const nonce = randomBytes(16).toString('hex');
      lastCount.set(nonce, 0);
      const tail = stale ? ', stale=true' : '';
      return `Digest realm="${realm}", nonce="${nonce}", algorithm=${algorithm}, qop="auth"${tail}`;
    },
    judge({ authorization, method, passwordOf }) {
      const given = parseDigest(authorization ?? '');
      if (given === undefined) return { ok: false, reason: 'no-credentials' };
      const used = lastCount.get(given.nonce);
      if (used === undefined) return { ok: false, reason: 'stale' };
      const password = passwordOf(given.username);
      if (password === undefined || given.realm !== realm) return { ok: false, reason: 'wrong' };
      if (digestResponse({ ...given, algorithm, method, password }) !== given.response) {
        return { ok: false, reason: 'wrong' };
      }
      if (Number.parseInt(given.nc, 16) <= used) return { ok: false, reason: 'stale' };
      lastCount.set(given.nonce, Number.parseInt(given.nc, 16));
      return { ok: true, user: given.username };
    },
    forget: () => lastCount.clear(),
  };
}

interface DigestFields {
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly nc: string;
  readonly cnonce: string;
}

function parseDigest(value: string): DigestFields | undefined {
  const [, credentials] = /^Digest\s+(.*)$/i.exec(value) ?? [];
  if (credentials === undefined) return undefined;
  const params = parseParams(splitOutside(credentials, ','));
  const field = (name: string) => params.get(name) ?? '';
  if (params.get('qop') !== 'auth' || !/^[0-9a-f]{8}$/i.test(field('nc'))) return undefined;
  return {
    username: field('username'),
    realm: field('realm'),
    nonce: field('nonce'),
    uri: field('uri'),
    response: field('response').toLowerCase(),
    nc: field('nc'),
    cnonce: field('cnonce'),
  };
}

/** The `response` that proves the password (RFC 7616 §3.4.1, qop=auth), in lower-case hex. */
export function digestResponse(
  proof: Omit<DigestFields, 'response'> & { algorithm: DigestAlgorithm; method: string; password: string },
): string {
  const hash = (text: string) =>
    createHash(proof.algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const secret = hash(`${proof.username}:${proof.realm}:${proof.password}`);
  const request = hash(`${proof.method}:${proof.uri}`);
  return hash([secret, proof.nonce, proof.nc, proof.cnonce, 'auth', request].join(':'));
}
