import { describe, expect, test } from 'vitest';
import { chooseChallenges } from '../../../../calls/sources/sip-front/digest.ts';

const PASSWORD = { kind: 'password', password: 'secret' } as const;
const md5 = 'Digest realm="a", nonce="m", qop="auth"';
const sha = 'Digest realm="a", nonce="s", algorithm=SHA-256, qop="auth"';

/** Combinations of challenges (RFC 7235 §4.1, RFC 8760 §2.3) that the other tables do not have. */
describe('the challenge that is answered', () => {
  test.each([
    ['the stronger one, with -sess', [md5, sha.replace('SHA-256', 'SHA-256-sess')], 's'],
    ['the first of two that are equal', [md5, md5.replace('"m"', '"m2"')], 'm'],
    ['behind a scheme with a token', ['Negotiate oRQwEqADCgEBoQsGCSqGSIb3EgECAg==', md5], 'm'],
    ['behind a scheme with a token in one header', [`Negotiate oRQwEq==, ${md5}`], 'm'],
    ['before a bare scheme in one header', [`${md5}, NTLM`], 'm'],
    ['between bare schemes in one header', [`NTLM, ${md5}, Kerberos`], 'm'],
    ['behind Basic with a charset in one header', [`Basic realm="x", charset="UTF-8", ${md5}`], 'm'],
    ['before Basic, whose realm is not its own', [`${md5}, Basic realm="b"`], 'm'],
    ['behind Bearer with an error in one header', [`Bearer error="x, Digest y", ${sha}`], 's'],
    ['of three in one header', [`${md5}, ${sha}, AKA realm="z", nonce="z"`], 's'],
    [
      'behind an algorithm nobody has in one header',
      [`${md5.replace('qop', 'algorithm=X, qop')}, ${sha}`],
      's',
    ],
    ['beside a stronger one without a nonce', ['Digest realm="a", algorithm=SHA-256', md5], 'm'],
    ['beside a stronger one without a realm', ['Digest nonce="x", algorithm=SHA-256', md5], 'm'],
    ['beside a stronger one with a protection nobody has', [sha.replace('"auth"', '"auth-conf"'), md5], 'm'],
    ['with a comma in the nonce', ['Digest realm="a", nonce="n,1", qop="auth"'], 'n,1'],
    ['with an equals sign in the nonce', ['Digest realm="a", nonce="bm9uY2U=", qop="auth"'], 'bm9uY2U='],
    ['with a tab behind the scheme', ['Digest\trealm="a",\tnonce="t"'], 't'],
    ['with spaces around =', ['Digest realm = "a" , nonce = "w" , qop = "auth"'], 'w'],
    ['with commas at both ends', [`, ${md5},`], 'm'],
    ['with a nonce without quotes', ['Digest realm="a", nonce=bare, qop=auth'], 'bare'],
    ['with userhash and charset', [`${sha}, userhash=false, charset=UTF-8`], 's'],
    ['with a parameter without a value', [`${md5}, flag`], 'm'],
    ['with a word of another scheme in the realm', ['Digest realm="Basic x, NTLM", nonce="q"'], 'q'],
  ])('is %s', (_which, values, nonce) => {
    expect(chooseChallenges(values, PASSWORD)[0]?.nonce).toBe(nonce);
  });

  test.each([
    ['Basic behind it', `${md5}, Basic realm="b"`],
    ['a bare scheme behind it', `${md5}, NTLM`],
    ['a scheme with a token behind it', `${md5}, Negotiate abc==`],
    ['a list of algorithms', `Digest realm="a", nonce="m", opaque="", qop="auth, auth-int"`],
  ])('keeps its own realm and protection: %s', (_what, value) => {
    expect(chooseChallenges([value], PASSWORD)[0]).toMatchObject({ realm: 'a', nonce: 'm', qop: 'auth' });
  });

  test.each([['userhash, which is asked for', [`${sha}, userhash=true`]]])(
    'is answered with the user in plain: %s',
    (_what, values) => {
      expect(chooseChallenges(values, PASSWORD)[0]?.nonce).toBe('s');
    },
  );
});
