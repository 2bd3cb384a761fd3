import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Exchange, startExchange } from '../../practice/exchange.ts';

const OPTIONS = [
  'OPTIONS sip:practice.invalid SIP/2.0',
  'Via: SIP/2.0/WS abc.invalid;branch=z9hG4bK1',
  'From: <sip:1001@practice.invalid>;tag=a',
  'To: <sip:practice.invalid>',
  'Call-ID: 1',
  'CSeq: 1 OPTIONS',
  'Max-Forwards: 70',
];

let exchange: Exchange;
let socket: WebSocket;
const log: string[] = [];

beforeEach(async () => {
  log.length = 0;
  exchange = await startExchange({ users: [], log: (line) => log.push(line) });
  socket = new WebSocket(exchange.url, 'sip');
  await once(socket, 'open');
});

afterEach(async () => {
  socket.terminate();
  await exchange.stop();
});

describe('what a broken or hostile phone sends', () => {
  it.each([
    ['a request without To', OPTIONS.filter((line) => !line.startsWith('To')), '400 Missing to header'],
    [
      'a CSeq of another method',
      OPTIONS.map((line) => line.replace('1 OPTIONS', '1 BYE')),
      '400 CSeq method',
    ],
    ['BYE in a call that is not', inDialog('BYE'), '481'],
    ['CANCEL of nothing', method('CANCEL'), '481'],
    ['a method nobody knows', method('FROB'), '405'],
    ['INVITE from who did not log in', method('INVITE'), '407'],
    ['REGISTER without credentials', method('REGISTER'), '401'],
  ])('answers %s', async (_what, lines, expected) => {
    expect(await answerTo(frame(lines))).toMatch(new RegExp(`^SIP/2.0 ${expected}`));
  });

  it.each([
    ['garbage', 'garbage'],
    ['a cut-off message', OPTIONS.slice(0, 3).join('\r\n')],
    ['a response to nothing', frame(['SIP/2.0 200 OK', ...OPTIONS.slice(1)])],
    ['zeros', '\0\0\0\0'],
  ])('drops %s with a line in the log, and goes on', async (_what, text) => {
    socket.send(text);
    expect(await answerTo(frame(OPTIONS))).toMatch(/^SIP\/2.0 200/);
    expect(log.filter((line) => !line.endsWith('connected'))).toHaveLength(1);
  });

  it('survives anything', async () => {
    const pieces = fc.oneof(
      fc.constantFrom(...OPTIONS, 'To: <sip:a@b>;tag=', 'Content-Length: 9'),
      fc.string({ maxLength: 40 }),
    );
    const frames = fc.sample(fc.array(pieces, { maxLength: 10 }), 300);
    for (const lines of frames) socket.send(frame(lines));
    await expect.poll(() => log.length, { timeout: 5000 }).toBeGreaterThan(200);
    socket.removeAllListeners('message');
    const fresh = new WebSocket(exchange.url, 'sip');
    await once(fresh, 'open');
    fresh.send(frame(OPTIONS));
    const [data] = await once(fresh, 'message');
    expect(String(data)).toMatch(/^SIP\/2.0 200/);
    fresh.terminate();
  });

  it('answers a double CRLF with a single one (RFC 5626 §3.5.1), and a single one not at all', async () => {
    socket.send('\r\n');
    expect(await answerTo('\r\n\r\n')).toBe('\r\n');
  });

  it('lets nobody in who does not speak SIP', async () => {
    const unknownClient = new WebSocket(exchange.url, 'chat');
    const [error] = await once(unknownClient, 'error');
    expect(String(error)).toContain('401');
  });
});

async function answerTo(text: string): Promise<string> {
  const answered = once(socket, 'message');
  socket.send(text);
  return String((await answered)[0]);
}

function frame(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function method(name: string): string[] {
  return OPTIONS.map((line) => line.replace('OPTIONS', name));
}

function inDialog(name: string): string[] {
  return method(name).map((line) => line.replace(/^(To:.*)$/, '$1;tag=b'));
}
