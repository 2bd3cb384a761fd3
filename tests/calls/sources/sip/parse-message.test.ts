import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { header, type SipMessage } from '../../../../calls/sources/sip/message.ts';
import { MAX_MESSAGE_LENGTH, parseMessage } from '../../../../calls/sources/sip/parse-message.ts';
import { requestFault } from '../../../../calls/sources/sip/request-fault.ts';
import { writeMessage } from '../../../../calls/sources/sip/write-message.ts';

const OPTIONS = [
  'OPTIONS sip:practice.invalid SIP/2.0',
  'Via: SIP/2.0/WS abc.invalid;branch=z9hG4bK1',
  'From: "王女士" <sip:1001@practice.invalid>;tag=a',
  'To: <sip:practice.invalid>',
  'Call-ID: 1',
  'CSeq: 1 OPTIONS',
  'Max-Forwards: 70',
];
const frame = (lines: readonly string[], body = '') => `${lines.join('\r\n')}\r\n\r\n${body}`;
const without = (name: string) => OPTIONS.filter((line) => !line.startsWith(name));

describe('reading a SIP message', () => {
  it('reads method, target and headers', () => {
    const message = parsed(frame(OPTIONS));
    expect(message).toMatchObject({ kind: 'request', method: 'OPTIONS', uri: 'sip:practice.invalid' });
    expect(header(message, 'from')).toBe('"王女士" <sip:1001@practice.invalid>;tag=a');
    expect(message.kind === 'request' && requestFault(message)).toBeNull();
  });

  it('knows compact names, any case, and continued lines', () => {
    const message = parsed(frame(['SIP/2.0 200 All right', 'v: x', 'CALL-id : 7', 'Subject: one', '\ttwo']));
    expect(message).toMatchObject({ kind: 'response', status: 200, reason: 'All right' });
    expect(['via', 'call-id', 'subject'].map((name) => header(message, name))).toEqual(['x', '7', 'one two']);
  });

  it.each(['\rTrying', 'Try\ning', '\0Trying'])(
    'keeps a response whose reason is %j, on one line',
    (reason) => {
      const message = parsed(frame([`SIP/2.0 100 ${reason}`, 'Via: x']));
      expect(writeMessage(message)).toMatch(/^SIP\/2\.0 100 [ \w]+\r\nVia: x\r\n/);
    },
  );

  it('counts Content-Length in bytes and drops what lies beyond', () => {
    const message = parsed(frame([...OPTIONS, 'Content-Length: 6'], '你好 and more'));
    expect(message.body).toBe('你好');
  });

  it.each([
    ['nothing', ''],
    ['no empty line', OPTIONS.join('\r\n')],
    ['line feeds alone', `${OPTIONS.join('\n')}\n\n`],
    ['an HTTP request', frame(['GET / HTTP/1.1', 'Host: a'])],
    ['an unknown version', frame(['OPTIONS sip:a SIP/3.0', ...OPTIONS.slice(1)])],
    ['a target with a space', frame(['OPTIONS sip:a b SIP/2.0', ...OPTIONS.slice(1)])],
    ['a target with a return', frame(['OPTIONS sip:a\rb SIP/2.0', ...OPTIONS.slice(1)])],
    ['a status out of range', frame(['SIP/2.0 999 What'])],
    ['a header without a colon', frame([...OPTIONS, 'nonsense'])],
    ['a header without a name', frame([...OPTIONS, ': nameless'])],
    ['a continuation of nothing', frame([OPTIONS[0] ?? '', ' continued'])],
    ['a body that is cut off', frame([...OPTIONS, 'Content-Length: 10'], 'short')],
    ['a negative length', frame([...OPTIONS, 'Content-Length: -1'])],
    ['a message without end', frame([...OPTIONS, `X: ${'a'.repeat(MAX_MESSAGE_LENGTH)}`])],
  ])('refuses %s', (_what, text) => {
    expect(parseMessage(text).ok).toBe(false);
  });

  it.each([
    ['Via', without('Via')],
    ['From', without('From')],
    ['To', without('To')],
    ['Call-ID', without('Call-ID')],
    ['CSeq', without('CSeq')],
    ['Max-Forwards', without('Max-Forwards')],
    ['From', [...without('From'), 'From: nobody at all']],
    ['CSeq', [...without('CSeq'), 'CSeq: one OPTIONS']],
    ['CSeq', [...without('CSeq'), 'CSeq: 99999999999 OPTIONS']],
    ['CSeq', [...without('CSeq'), 'CSeq: 1 INVITE']],
    ['Via', [...without('Via'), 'Via: SIP/2.0/WS abc.invalid']],
  ])('finds fault with %s', (name, lines) => {
    const message = parsed(frame(lines));
    expect(message.kind === 'request' && requestFault(message)?.toLowerCase()).toContain(name.toLowerCase());
  });

  it('never throws, whatever comes', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const text = fc.string({ unit, maxLength: 40 });
    const line = fc.oneof(text, fc.constantFrom(...OPTIONS, '', ' ', ':', 'l: 3'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), text, (lines, body) => {
        const result = parseMessage(frame(lines, body));
        if (result.ok && result.message.kind === 'request') requestFault(result.message);
      }),
    );
  });

  it('reads back what it writes', () => {
    const unit = fc.constantFrom(...'aZ0 "\\<>;:,=王😀é\u202e\t');
    const text = fc.string({ unit }).filter((value) => !/[\r\n]/.test(value) && value === value.trim());
    const name = fc.stringMatching(/^[a-z]{2,}(-[a-z]+)?$/).filter((value) => value !== 'content-length');
    const headers = fc.array(fc.record({ name, value: text }));
    fc.assert(
      fc.property(headers, text, (given, body) => {
        const message: SipMessage = { kind: 'response', status: 200, reason: 'OK', headers: given, body };
        const read = parsed(writeMessage(message));
        expect({ ...read, headers: read.headers.slice(0, -1) }).toEqual(message);
      }),
    );
  });

  it('never writes a line break into a header', () => {
    const message: SipMessage = {
      kind: 'response',
      status: 200,
      reason: 'OK',
      headers: [{ name: 'x', value: 'a\r\nEvil: 1' }],
      body: '',
    };
    expect(() => writeMessage(message)).toThrow('Line break');
  });
});

function parsed(text: string): SipMessage {
  const result = parseMessage(text);
  if (!result.ok) throw new Error(result.reason);
  return result.message;
}
