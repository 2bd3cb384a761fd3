import { describe, expect, test } from 'vitest';
import { header } from '../../../../calls/sources/sip/message.ts';
import { frameOf, frontStory } from './front-story.ts';

const request = (method: string, cseq: number, ...more: readonly string[]) =>
  frameOf(
    [
      `${method} sip:8001@example.com SIP/2.0`,
      `Via: SIP/2.0/WSS lib.invalid;branch=z9hG4bK${method}${cseq}`,
      'Max-Forwards: 70',
      'From: <sip:agent@example.com>;tag=agent',
      'To: <sip:8001@example.com>',
      'Call-ID: call-9',
      `CSeq: ${cseq} ${method}`,
      'Contact: <sip:lib@lib.invalid;transport=ws>',
      'Session-Expires: 1800',
    ],
    '',
    more,
  );

const tooSmall = (method: string, cseq: number, ...more: readonly string[]) =>
  frameOf(
    [
      'SIP/2.0 422 Session Interval Too Small',
      `Via: SIP/2.0/WSS lib.invalid;branch=z9hG4bK${method}${cseq}`,
      'From: <sip:agent@example.com>;tag=agent',
      'To: <sip:8001@example.com>;tag=server',
      'Call-ID: call-9',
      `CSeq: ${cseq} ${method}`,
      'Min-SE: 3600',
    ],
    '',
    more,
  );

function story() {
  const { front, toServer, library, problems } = frontStory();
  return {
    front,
    problems,
    /** What the library is librarySees: it answers a challenge by sending its request again. */
    librarySees: (frame: string) => {
      front.receive(frame);
      const message = library();
      const challenge = header(message, 'proxy-authenticate') ?? '';
      return {
        status: message.kind === 'response' ? message.status : null,
        challenge,
        answer: `Proxy-Authorization: Digest username="agent", realm="sip", ${/nonce="[^"]*"/.exec(challenge)?.[0]}, response="0"`,
      };
    },
    sent: (text: string) => {
      front.send(text);
      return toServer.at(-1) ?? '';
    },
  };
}

describe('422 Session Interval Too Small (RFC 4028 §7.3)', () => {
  test.each(['INVITE', 'UPDATE'])(
    '%s is sent once more, with the interval that the server wants',
    (method) => {
      const { librarySees, sent } = story();
      sent(request(method, 1));
      const again = librarySees(tooSmall(method, 1));
      expect(again.status).toBe(407);
      const retry = sent(request(method, 2, again.answer));
      expect(retry).toContain('Session-Expires: 3600');
      expect(retry).toContain('Min-SE: 3600');
      expect(retry).not.toContain('Proxy-Authorization');
    },
  );

  test('a second 422 ends it', () => {
    const { librarySees, sent } = story();
    sent(request('INVITE', 1));
    sent(request('INVITE', 2, librarySees(tooSmall('INVITE', 1)).answer));
    expect(librarySees(tooSmall('INVITE', 2, 'Min-SE: 7200')).status).toBe(422);
  });

  test('later refreshes of the call keep the interval, other calls do not', () => {
    const { librarySees, sent } = story();
    sent(request('INVITE', 1));
    librarySees(tooSmall('INVITE', 1));
    expect(sent(request('UPDATE', 5, 'Session-Expires: 1800;refresher=uac'))).toMatch(
      /Session-Expires: 3600;refresher=uac/,
    );
    expect(sent(request('BYE', 6))).not.toContain('Min-SE');
    expect(sent(request('INVITE', 1, 'Call-ID: another'))).not.toContain('Min-SE');
  });

  test('a challenge after the retry is answered, and credentials of before stay', () => {
    const challenge = 'Proxy-Authenticate: Digest realm="pbx", nonce="real", qop="auth"';
    const asks = (cseq: number) =>
      tooSmall('INVITE', cseq, challenge, 'Min-SE: ').replace(
        '422 Session Interval Too Small',
        '407 Authenticate',
      );
    const one = story();
    one.sent(request('INVITE', 1));
    one.sent(request('INVITE', 2, one.librarySees(tooSmall('INVITE', 1)).answer));
    const asked = one.librarySees(asks(2));
    expect(asked.challenge).toContain('stale=true');
    expect(one.sent(request('INVITE', 3, asked.answer))).toMatch(/Proxy-Authorization: .*nonce="real"/);

    const other = story();
    other.sent(request('INVITE', 1));
    other.sent(request('INVITE', 2, other.librarySees(asks(1)).answer));
    const retried = other.librarySees(tooSmall('INVITE', 2));
    expect(retried.challenge).toContain('stale=true');
    const retry = other.sent(request('INVITE', 3, retried.answer));
    expect(retry).toMatch(/Proxy-Authorization: .*nonce="real".*nc=00000002/);
    expect(retry).toContain('Session-Expires: 3600');
  });

  test.each(['Min-SE: ', 'Min-SE: soon', 'Min-SE: 0', 'Min-SE: 99999999', 'Min-SE: -1'])(
    'without a usable interval it is passed on (%s)',
    (line) => {
      const { librarySees, sent } = story();
      sent(request('INVITE', 1));
      expect(librarySees(tooSmall('INVITE', 1, line)).status).toBe(422);
    },
  );
});

test('a request without timers is left alone', () => {
  const { sent } = story();
  const read = sent(request('INFO', 1, 'Session-Expires: '));
  expect(read).not.toMatch(/Session-Expires|Min-SE/);
});
