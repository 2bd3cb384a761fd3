import { describe, expect, it } from 'vitest';
import { header, headerLines, type SipMessage } from '../../../../calls/sources/sip/message.ts';
import { parseMessage } from '../../../../calls/sources/sip/parse-message.ts';
import { ForkedAnswers } from '../../../../calls/sources/sip-front/forked-answers.ts';

const FROM = 'From: "三声" <sip:agent@example.com>;tag=us';

function message(...lines: readonly string[]): SipMessage {
  const parsed = parseMessage(`${[...lines, 'Content-Length: 0', '', ''].join('\r\n')}`);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.message;
}

function request(method: string, to = '<sip:10086@example.com>', cseq = 1, ...more: readonly string[]) {
  return message(
    `${method} sip:10086@example.com SIP/2.0`,
    'Via: SIP/2.0/WS x.invalid;branch=z9hG4bK1',
    ...[FROM, `To: ${to}`, 'Call-ID: call', `CSeq: ${cseq} ${method}`, ...more],
  );
}

function response(status: number, branch: string, ...more: readonly string[]) {
  const answered = message(
    `SIP/2.0 ${status} x`,
    'Via: SIP/2.0/WS x.invalid;branch=z9hG4bK1',
    ...[FROM, `To: <sip:10086@example.com>;tag=${branch}`, 'Call-ID: call', 'CSeq: 1 INVITE'],
    `Contact: <sip:${branch}@192.0.2.9:5070;transport=tcp>`,
    ...more,
  );
  if (answered.kind !== 'response') throw new Error('no response');
  return answered;
}

function dialled(...more: readonly string[]) {
  const forks = new ForkedAnswers(() => 'token');
  forks.outbound(request('INVITE', undefined, 1, ...more));
  return forks;
}

const NOTHING = { pass: true };

describe('an ordinary call', () => {
  it('passes with its repeated 200', () => {
    const forks = dialled();
    for (const status of [100, 180, 200, 200]) expect(forks.inbound(response(status, 'a'))).toEqual(NOTHING);
  });

  it('passes when it is refused', () => {
    expect(dialled().inbound(response(486, 'a'))).toEqual(NOTHING);
  });

  it('passes whatever answers no INVITE of the library, or another request', () => {
    expect(new ForkedAnswers(() => 'token').inbound(response(200, 'a'))).toEqual(NOTHING);
    const forks = dialled();
    forks.inbound(response(200, 'a'));
    const other = { ...response(200, 'b') };
    const bye = {
      ...other,
      headers: other.headers.map((one) => (one.name === 'cseq' ? { ...one, value: '1 BYE' } : one)),
    };
    expect(forks.inbound(bye)).toEqual(NOTHING);
  });
});

describe('a second branch that answers', () => {
  it('is confirmed and ended on its own dialog', () => {
    const forks = dialled();
    forks.inbound(response(200, 'a'));
    const verdict = forks.inbound(response(200, 'b'));
    if (verdict.pass || verdict.bye === null) throw new Error('The second answer passed.');
    for (const sent of [verdict.ack, verdict.bye]) {
      expect(sent.uri).toBe('sip:b@192.0.2.9:5070;transport=tcp');
      expect(header(sent, 'to')).toBe('<sip:10086@example.com>;tag=b');
      expect(`From: ${header(sent, 'from')}`).toBe(FROM);
      expect(header(sent, 'call-id')).toBe('call');
    }
    expect(header(verdict.ack, 'cseq')).toBe('1 ACK');
    expect(header(verdict.bye, 'cseq')).toBe('2 BYE');
    expect(header(verdict.ack, 'via')).toContain('branch=z9hG4bKtoken');
    expect(header(verdict.bye, 'via')).toBeUndefined();
  });

  it('is confirmed again when it repeats its 200, and gets one BYE', () => {
    const forks = dialled();
    forks.inbound(response(200, 'a'));
    forks.inbound(response(200, 'b'));
    expect(forks.inbound(response(200, 'b'))).toMatchObject({ pass: false, bye: null });
    expect(forks.inbound(response(200, 'c'))).toMatchObject({ bye: { method: 'BYE' } });
    expect(forks.inbound(response(200, 'a'))).toEqual(NOTHING);
  });

  it('takes the way back through the proxies', () => {
    const forks = dialled();
    forks.inbound(response(200, 'a'));
    const recorded = 'Record-Route: <sip:p1.example.com;lr>, <sip:p2.example.com;lr=on>';
    const verdict = forks.inbound(response(200, 'b', recorded));
    if (verdict.pass) throw new Error('The second answer passed.');
    expect(headerLines(verdict.ack, 'route')).toEqual([
      '<sip:p2.example.com;lr=on>',
      '<sip:p1.example.com;lr>',
    ]);
    expect(verdict.ack.uri).toBe('sip:b@192.0.2.9:5070;transport=tcp');
  });

  it('takes the way of a strict router too', () => {
    const forks = dialled();
    forks.inbound(response(200, 'a'));
    const recorded = 'Record-Route: <sip:p1.example.com;lr>, <sip:p2.example.com>';
    const verdict = forks.inbound(response(200, 'b', recorded));
    if (verdict.pass) throw new Error('The second answer passed.');
    expect(verdict.ack.uri).toBe('sip:p2.example.com');
    expect(headerLines(verdict.ack, 'route')).toEqual([
      '<sip:p1.example.com;lr>',
      '<sip:b@192.0.2.9:5070;transport=tcp>',
    ]);
  });
});

describe('a 200 that comes too late', () => {
  it('crosses the CANCEL: it is confirmed and ended', () => {
    const forks = dialled();
    forks.inbound(response(180, 'a'));
    forks.outbound(request('CANCEL'));
    const verdict = forks.inbound(response(200, 'a'));
    expect(verdict).toMatchObject({ pass: false, ack: { method: 'ACK' }, bye: { method: 'BYE' } });
  });

  it('crosses the CANCEL without a tag: it is confirmed and ended too', () => {
    const untagged = response(200, '').headers.map((one) =>
      one.name === 'to' ? { ...one, value: '<sip:10086@example.com>' } : one,
    );
    const answered = { ...response(200, ''), headers: untagged };
    const forks = dialled();
    forks.outbound(request('CANCEL'));
    expect(forks.inbound(answered)).toMatchObject({ pass: false, bye: { method: 'BYE' } });
    expect(forks.inbound(answered)).toMatchObject({ pass: false, bye: null });
    const agreed = dialled();
    for (let n = 0; n < 2; n += 1) expect(agreed.inbound(answered)).toEqual(NOTHING);
  });

  it('of the winner passes again after a CANCEL that came too late itself', () => {
    const forks = dialled();
    forks.inbound(response(200, 'a'));
    forks.outbound(request('CANCEL'));
    expect(forks.inbound(response(200, 'a'))).toEqual(NOTHING);
  });

  it('follows a refusal of another branch', () => {
    const forks = dialled();
    forks.inbound(response(603, 'a'));
    expect(forks.inbound(response(200, 'b'))).toMatchObject({ pass: false, bye: { method: 'BYE' } });
  });

  it('belongs to an INVITE that was sent again with the password', () => {
    const forks = dialled();
    forks.inbound(response(407, 'proxy'));
    forks.outbound(request('INVITE', undefined, 2));
    const answered = response(200, 'a');
    const second = {
      ...answered,
      headers: answered.headers.map((one) => (one.name === 'cseq' ? { ...one, value: '2 INVITE' } : one)),
    };
    expect(forks.inbound(second)).toEqual(NOTHING);
  });
});

it('an INVITE inside a call is none of its business', () => {
  const forks = new ForkedAnswers(() => 'token');
  forks.outbound(request('INVITE', '<sip:10086@example.com>;tag=a'));
  forks.outbound(request('CANCEL'));
  expect(forks.inbound(response(200, 'a'))).toEqual(NOTHING);
});

it('remembers a bounded number of calls', () => {
  const forks = dialled();
  for (let number = 2; number < 100; number += 1) forks.outbound(request('INVITE', undefined, number));
  forks.inbound(response(200, 'a'));
  expect(forks.inbound(response(200, 'b'))).toEqual(NOTHING);
});
