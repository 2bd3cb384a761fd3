import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { header, type SipMessage } from '../../../../calls/sources/sip/message.ts';
import { authorization, chooseChallenges } from '../../../../calls/sources/sip-front/digest.ts';
import { frameOf, frontStory } from './front-story.ts';

const PASSWORD = { kind: 'password', password: 'secret' } as const;
const hash = (name: string, text: string) => createHash(name).update(text).digest('hex');

describe('the challenge that is answered', () => {
  const md5 = 'Digest realm="a", nonce="n1", qop="auth"';
  const sha = 'Digest realm="a", nonce="n2", algorithm=SHA-256, qop="auth"';
  test.each([
    ['the only one', [md5], 'n1'],
    ['the stronger one, whatever the order', [sha, md5], 'n2'],
    ['the stronger one of one header', [`${md5}, ${sha}`], 'n2'],
    ['the strongest of three', [md5, sha, 'Digest realm="a", nonce="n3", algorithm="sha-512-256"'], 'n3'],
    ['not one of an unknown scheme', ['Bearer realm="a", scope="sip"', md5], 'n1'],
    ['not one of an unknown algorithm', ['Digest realm="a", nonce="x", algorithm=AKAv1-MD5', md5], 'n1'],
    ['not one of an unknown protection only', ['Digest realm="a", nonce="x", qop="auth-conf"', md5], 'n1'],
    ['auth among others', ['Digest realm="a", nonce="n4", qop="auth-int, auth"'], 'n4'],
    ['with a name in lower case', ['digest REALM="a", Nonce="n5"'], 'n5'],
  ])('is %s', (_which, values, nonce) => {
    expect(chooseChallenges(values, PASSWORD)[0]?.nonce).toBe(nonce);
  });

  test.each([
    ['nothing', []],
    ['NTLM', ['NTLM']],
    ['no nonce', ['Digest realm="a"']],
    ['only what we lack', ['Digest realm="a", nonce="x", algorithm=SHA-3']],
    ['noise', ['=,"', 'Digest']],
  ])('is none of %s', (_what, values) => expect(chooseChallenges(values, PASSWORD)[0]).toBeUndefined());

  test('is one for each realm, and of a few realms at most', () => {
    const of = (realm: string) => `Digest realm="${realm}", nonce="${realm}", qop="auth"`;
    const asked = chooseChallenges([sha, of('b'), md5, `${of('c')}, ${of('b')}`], PASSWORD);
    expect(asked.map(({ nonce }) => nonce)).toEqual(['n2', 'b', 'c']);
    const many = Array.from({ length: 100 }, (_, index) => of(String(index)));
    expect(chooseChallenges(many, PASSWORD).length).toBeLessThan(10);
  });

  test('fits a stored hash, which is MD5 and of one realm', () => {
    const stored = { kind: 'ha1', ha1: 'x', realm: 'a' } as const;
    expect(chooseChallenges([sha, md5], stored)[0]?.nonce).toBe('n1');
    expect(chooseChallenges([md5.replace('"a"', '"b"')], stored)[0]).toBeUndefined();
  });
});

describe('the answer', () => {
  test('of RFC 7616 §3.9.1 is theirs, in MD5 and SHA-256', () => {
    const question = {
      user: 'Mufasa',
      credentials: { kind: 'password', password: 'Circle of Life' },
      ...{ method: 'GET', uri: '/dir/index.html', body: '', count: 1 },
      cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
    } as const;
    const common =
      'realm="http-auth@example.org", qop="auth, auth-int", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
    const answerTo = (algorithm: string) => {
      const challenge = chooseChallenges(
        [`Digest ${common}, algorithm=${algorithm}`],
        question.credentials,
      )[0];
      if (challenge === undefined) throw new Error('no challenge');
      return authorization({ ...question, challenge });
    };
    expect(answerTo('MD5')).toContain('response="8ca523f5e9506fed4657c9700eebdbec"');
    expect(answerTo('SHA-256')).toContain(
      'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
    );
  });

  test('repeats a realm with escaped quotes as it was sent', () => {
    const challenge = chooseChallenges(['Digest realm="a \\"b\\" c", nonce="n"'], PASSWORD)[0];
    if (challenge === undefined) throw new Error('no challenge');
    const value = authorization({
      ...{ challenge, user: 'u', credentials: PASSWORD, method: 'REGISTER', uri: 'sip:x', body: '' },
      ...{ cnonce: 'c', count: 1 },
    });
    expect(value).toContain('realm="a \\"b\\" c"');
    const secret = hash('md5', 'u:a \\"b\\" c:secret');
    expect(value).toContain(`response="${hash('md5', `${secret}:n:${hash('md5', 'REGISTER:sip:x')}`)}"`);
  });
});

describe('a request of the library that is asked for its password', () => {
  const REGISTER = [
    'REGISTER sip:example.com SIP/2.0',
    'Via: SIP/2.0/WSS x.invalid;branch=z9hG4bKr1',
    'From: <sip:agent@example.com>;tag=a',
    'To: <sip:agent@example.com>',
    'Call-ID: reg',
    'CSeq: 1 REGISTER',
    'Contact: <sip:lib@lib.invalid>;expires=120',
  ];
  const answer = (status: number, lines: readonly string[], branch = 'z9hG4bKr1') =>
    frameOf([
      `SIP/2.0 ${status} x`,
      `Via: SIP/2.0/WSS x.invalid;branch=${branch}`,
      ...REGISTER.slice(2, 6),
      ...lines,
    ]);
  const nonceOf = (message: SipMessage, name: string) =>
    /nonce="([^"]*)"/.exec(header(message, name) ?? '')?.[1];
  const signed = (nonce: string | undefined, branch: string, name = 'Authorization') =>
    frameOf([...REGISTER, `${name}: Digest username="x", realm="sip", nonce="${nonce}", response="0"`], '', [
      `Via: SIP/2.0/WSS x.invalid;branch=${branch}`,
    ]);

  test('is shown a challenge that it can read, and the server gets the real answer', () => {
    const { front, library, server } = frontStory();
    front.send(frameOf(REGISTER));
    front.receive(
      answer(401, [
        'WWW-Authenticate: Digest realm="é \\"x\\"", nonce="real", algorithm=SHA-256, qop="auth"',
      ]),
    );
    expect(header(library(), 'www-authenticate')).toMatch(
      /^Digest realm="sip", nonce="token\d+", algorithm=MD5, qop="auth"$/,
    );
    front.send(signed(nonceOf(library(), 'www-authenticate'), 'z9hG4bKr2'));
    expect(header(server(), 'authorization')).toMatch(
      /username="agent", realm="é \\"x\\"", nonce="real", .*algorithm=SHA-256/,
    );
  });

  test('fails with a wrong password: the same nonce is not answered twice', () => {
    const { front, library, answers } = frontStory();
    front.send(frameOf(REGISTER));
    front.receive(answer(401, ['WWW-Authenticate: Digest realm="a", nonce="n1"']));
    front.send(signed(nonceOf(library(), 'www-authenticate'), 'z9hG4bKr2'));
    front.receive(answer(401, ['WWW-Authenticate: Digest realm="a", nonce="n1"'], 'z9hG4bKr2'));
    expect(header(library(), 'www-authenticate')).toBeUndefined();
    expect(answers).toEqual([{ binding: 'refused', status: 401, retryAfterMs: null }]);
  });

  test('tries a new nonce once, though nothing says that the old one was stale', () => {
    const { front, library, answers } = frontStory();
    front.send(frameOf(REGISTER));
    for (const round of [1, 2, 3]) {
      front.receive(
        answer(401, [`WWW-Authenticate: Digest realm="a", nonce="n${round}"`], `z9hG4bKr${round}`),
      );
      const nonce = nonceOf(library(), 'www-authenticate');
      if (nonce !== undefined) front.send(signed(nonce, `z9hG4bKr${round + 1}`));
    }
    expect(answers).toEqual([{ binding: 'refused', status: 401, retryAfterMs: null }]);
  });

  test('answers a proxy after the registrar', () => {
    const { front, library, server } = frontStory();
    front.send(frameOf(REGISTER));
    front.receive(answer(401, ['WWW-Authenticate: Digest realm="a", nonce="n1"']));
    const first = nonceOf(library(), 'www-authenticate');
    front.send(signed(first, 'z9hG4bKr2'));
    front.receive(answer(407, ['Proxy-Authenticate: Digest realm="p", nonce="n2"'], 'z9hG4bKr2'));
    expect(header(library(), 'proxy-authenticate')).toContain('stale=true');
    front.send(signed(nonceOf(library(), 'proxy-authenticate'), 'z9hG4bKr3', 'Proxy-Authorization'));
    expect(header(server(), 'proxy-authorization')).toContain('realm="p"');
  });

  test('is told of a refusal where nothing that is asked for can be answered', () => {
    const { front, library, answers } = frontStory();
    front.send(frameOf(REGISTER));
    front.receive(answer(401, ['WWW-Authenticate: Digest realm="a", nonce="n", algorithm=SHA-3']));
    expect(header(library(), 'www-authenticate')).toBeUndefined();
    expect(answers).toMatchObject([{ binding: 'refused', status: 401 }]);
  });

  describe('and is answered', () => {
    const ours = '<sip:lib@lib.invalid>';
    test.each([
      ['our binding', [`Contact: ${ours};expires=60`], 'ours', 200],
      [
        'among others that nobody can read',
        [`Contact: "x" <sip:;;>;q=a, <<>, ${ours};expires=60`],
        'ours',
        200,
      ],
      ['in capital letters', ['Contact: <SIP:LIB@lib.invalid>;expires=60'], 'ours', 200],
      ['with an odd lifetime', [`Contact: ${ours};expires=soon`], 'ours', 200],
      ['with the longest lifetime', [`Contact: ${ours};expires=4294967295`], 'ours', 200],
      ['with no lifetime left', [`Contact: ${ours};expires=0`], 'missing', 480],
      ['without a binding of ours', ['Contact: <sip:desk@192.0.2.1>;expires=60'], 'missing', 480],
      ['without a list', [], 'not-listed', 200],
    ])('%s', (_what, lines, binding, shown) => {
      const { front, library, answers } = frontStory();
      front.send(frameOf(REGISTER));
      front.receive(answer(200, lines));
      expect(answers).toMatchObject([{ binding }]);
      expect(library()).toMatchObject({ status: shown });
      const expires = /expires=(\d+)/.exec(header(library(), 'contact') ?? '')?.[1] ?? '60';
      expect(Number(expires)).toBeLessThanOrEqual(3_600);
    });

    test('with how long to wait', () => {
      const { front, answers } = frontStory();
      front.send(frameOf(REGISTER));
      front.receive(answer(503, ['Retry-After: 18 (busy);duration=3600']));
      expect(answers).toEqual([{ binding: 'refused', status: 503, retryAfterMs: 18_000 }]);
    });

    // A server that is wrong for a moment must not end the shift of a phone.
    test.each(['301', '86400', '2147483648', '4294967296', '99999999999999999999'])(
      'with five minutes at most: Retry-After: %s',
      (seconds) => {
        for (const status of [403, 404, 480, 500, 503, 600]) {
          const { front, answers } = frontStory();
          front.send(frameOf(REGISTER));
          front.receive(answer(status, [`Retry-After: ${seconds}`]));
          expect(answers).toEqual([{ binding: 'refused', status, retryAfterMs: 300_000 }]);
        }
      },
    );

    test.each(['', 'soon', '-5', '1e9', 'Infinity'])(
      'with no wait that is none: Retry-After: %s',
      (value) => {
        const { front, answers } = frontStory();
        front.send(frameOf(REGISTER));
        front.receive(answer(503, [`Retry-After: ${value}`]));
        const [answered] = answers;
        const pause = answered?.binding === 'refused' ? answered.retryAfterMs : Number.NaN;
        expect(pause ?? 0).toBeLessThanOrEqual(1_000);
      },
    );

    test.each(['3601', '2147483648', '4294967295', '99999999999', 'soon', '-1'])(
      'with no lifetime that a timer cannot hold: Min-Expires: %s',
      (seconds) => {
        const { front, library } = frontStory();
        front.send(frameOf(REGISTER));
        front.receive(answer(423, [`Min-Expires: ${seconds}`]));
        // The library would ask again at once, and again.
        expect(library()).toMatchObject({ status: 480 });
        expect(header(library(), 'min-expires')).toBeUndefined();
      },
    );
  });

  test('goes out once a second at most, whatever makes the library ask', () => {
    const { front, clock, toServer } = frontStory();
    for (let ms = 0; ms < 5_000; ms += 1) {
      front.send(frameOf(REGISTER));
      clock.pass(1);
    }
    expect(toServer.length).toBeGreaterThan(3);
    expect(toServer.length).toBeLessThanOrEqual(8);
  });
});
