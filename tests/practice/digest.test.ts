import { describe, expect, it } from 'vitest';
import { type DigestAlgorithm, digestResponse, openDigestAuthenticator } from '../../practice/sip/digest.ts';

const PASSWORD = 'practice-1001';
const passwordOf = (user: string) => (user === '1001' ? PASSWORD : undefined);

describe('digest authentication', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ] as const)('computes the %s example of RFC 7616 §3.9.1', (algorithm, expected) => {
    const response = digestResponse({
      algorithm,
      username: 'Mufasa',
      realm: 'http-auth@example.org',
      password: 'Circle of Life',
      method: 'GET',
      uri: '/dir/index.html',
      nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
      cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
      nc: '00000001',
    });
    expect(response).toBe(expected);
  });

  it.each(['MD5', 'SHA-256'] as const)('lets in who knows the password, by %s', (algorithm) => {
    const authenticator = openDigestAuthenticator('practice.invalid', algorithm);
    const authorization = credentials(nonceOf(authenticator.challenge(false)), { algorithm });
    expect(authenticator.judge({ authorization, method: 'REGISTER', passwordOf })).toEqual({
      ok: true,
      user: '1001',
    });
  });

  it('takes a counter once, and the next one after it', () => {
    const authenticator = openDigestAuthenticator('practice.invalid', 'MD5');
    const nonce = nonceOf(authenticator.challenge(false));
    const judge = (nc: string) =>
      authenticator.judge({ authorization: credentials(nonce, { nc }), method: 'REGISTER', passwordOf });
    expect(judge('00000001').ok).toBe(true);
    expect(judge('00000001')).toEqual({ ok: false, reason: 'stale' });
    expect(judge('00000002').ok).toBe(true);
  });

  it.each([
    ['a wrong password', { password: 'guess' }, 'wrong'],
    ['a user that does not exist', { username: '9999' }, 'wrong'],
    ['another realm', { realm: 'elsewhere.invalid' }, 'wrong'],
    ['the proof of another method', { method: 'INVITE' }, 'wrong'],
  ] as const)('keeps out %s', (_what, claim, reason) => {
    const authenticator = openDigestAuthenticator('practice.invalid', 'MD5');
    const authorization = credentials(nonceOf(authenticator.challenge(false)), claim);
    expect(authenticator.judge({ authorization, method: 'REGISTER', passwordOf })).toEqual({
      ok: false,
      reason,
    });
  });

  it.each([
    undefined,
    '',
    'Basic abc',
    'Digest',
    'Digest username="1001"',
    'Digest ,,,="',
    'Digest qop=auth, nc=zz',
  ])('sees no credentials in %j', (authorization) => {
    const authenticator = openDigestAuthenticator('practice.invalid', 'MD5');
    expect(authenticator.judge({ authorization, method: 'REGISTER', passwordOf })).toEqual({
      ok: false,
      reason: 'no-credentials',
    });
  });

  it('calls a nonce stale that it never gave, or has forgotten', () => {
    const authenticator = openDigestAuthenticator('practice.invalid', 'MD5');
    const authorization = credentials(nonceOf(authenticator.challenge(false)), {});
    authenticator.forget();
    expect(authenticator.judge({ authorization, method: 'REGISTER', passwordOf })).toEqual({
      ok: false,
      reason: 'stale',
    });
  });
});

interface Claim {
  readonly algorithm?: DigestAlgorithm;
  readonly username?: string;
  readonly realm?: string;
  readonly password?: string;
  readonly method?: string;
  readonly nc?: string;
}

function credentials(nonce: string, claim: Claim): string {
  const proof = {
    algorithm: 'MD5' as const,
    username: '1001',
    realm: 'practice.invalid',
    password: PASSWORD,
    method: 'REGISTER',
    uri: 'sip:practice.invalid',
    nc: '00000001',
    cnonce: 'c',
    ...claim,
    nonce,
  };
  const { username, realm, uri, nc, cnonce } = proof;
  return (
    `Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", ` +
    `response="${digestResponse(proof)}", qop=auth, nc=${nc}, cnonce="${cnonce}"`
  );
}

function nonceOf(challenge: string): string {
  const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1];
  if (nonce === undefined) throw new Error(`No nonce in ${challenge}`);
  return nonce;
}
