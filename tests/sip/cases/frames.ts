import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import { statusOf } from '../wire/frame.ts';
import { writeRequest } from '../wire/write-request.ts';

/** Frames that are no SIP message: they are counted, and nothing else happens. */
const NOISE: readonly (readonly [name: string, frame: string | Uint8Array])[] = [
  ['an empty frame', ''],
  ['an empty binary frame', new Uint8Array()],
  ['one letter', 'x'],
  ['JSON', '{"type":"ping"}'],
  ['a start line alone', 'INVITE sip:agent@example.com SIP/2.0\r\n'],
  ['a start line and an empty line', 'INVITE sip:agent@example.com SIP/2.0\r\n\r\n'],
  ['a status line alone', 'SIP/2.0 200 OK\r\n\r\n'],
  ['a status line without a phrase', 'SIP/2.0 200\r\n\r\n'],
  ['a status of seven digits', 'SIP/2.0 4294967301 better not break the receiver\r\n\r\n'],
  ['a status of one digit', 'SIP/2.0 2 OK\r\n\r\n'],
  ['HTTP', 'GET / HTTP/1.1\r\nHost: example.com\r\n\r\n'],
  ['markup', '<html><script>alert(1)</script></html>'],
  ['bytes that are no UTF-8', Uint8Array.from([0xff, 0xfe, 0x80, 0x00, 0xc0, 0xaf])],
  [
    'half a letter of UTF-8',
    Buffer.concat([Buffer.from('INVITE sip:a SIP/2.0\r\nX: '), Uint8Array.of(0xe7, 0x8e)]),
  ],
  ['NULs', '\u0000'.repeat(2_000)],
  ['a megabyte of one line', 'a'.repeat(1_000_000)],
  ['100,000 empty lines', '\r\n'.repeat(100_000)],
  ['100,000 header lines', `OPTIONS sip:a SIP/2.0\r\n${'a:b\r\n'.repeat(100_000)}\r\n`],
  ['nested brackets', `OPTIONS sip:a SIP/2.0\r\nFrom: ${'<'.repeat(20_000)}\r\n\r\n`],
  ['a quote that goes on', `OPTIONS sip:a SIP/2.0\r\nFrom: "${'\\'.repeat(20_001)}\r\n\r\n`],
];

export const FRAMES: readonly SipCase[] = [
  {
    name: 'every frame is binary: registration, call, hold',
    rfc: '7118 4.2',
    firefox: true,
    prepare: (server) => {
      server.binaryLinks = true;
    },
    async story(story) {
      const call = await story.talks({ from: '"王女士" <sip:13900001234@example.com>;tag=b1' });
      expect(call.ringing.remoteParty.displayName).toBe('王女士');
      expect(await story.command({ type: 'hold', call: call.ringing.call })).toEqual({ ok: true });
      await story.hangsUp(call);
    },
  },
  {
    name: 'one binary frame among texts',
    rfc: '7118 4.2',
    async story(story) {
      const text = writeRequest({ method: 'OPTIONS' }, story.address);
      story.server.link.binary = true;
      expect(statusOf(await story.request(text).final())).toBe(200);
      story.server.link.binary = false;
    },
  },
  {
    name: 'two OPTIONS at once have two answers',
    rfc: '7118 5',
    async story(story) {
      const both = [story.request({ method: 'OPTIONS' }), story.request({ method: 'OPTIONS' })];
      for (const sent of both) expect(statusOf(await sent.final())).toBe(200);
    },
  },
  {
    name: 'keep-alives, as text and as bytes',
    rfc: '5626 3.5.1',
    async story(story) {
      for (const frame of ['\r\n\r\n', '\r\n', Buffer.from('\r\n\r\n'), Buffer.from('\r\n')])
        story.send(frame);
      expect(statusOf(await story.request({ method: 'OPTIONS' }).final())).toBe(200);
    },
  },
  ...NOISE.map(
    ([name, frame]): SipCase => ({
      name: `a frame that is no message: ${name}`,
      rfc: '3261 16.3',
      async story(story) {
        story.send(frame);
        expect(statusOf(await story.request({ method: 'OPTIONS' }).final())).toBe(200);
      },
    }),
  ),
  {
    name: 'what cannot be answered is reported',
    rfc: '3261 8.2.6',
    async story(story) {
      const before = await story.agent.page.evaluate(() => window.sourcePhone.problems.length);
      story.send(writeRequest({ method: 'OPTIONS', callId: null }, story.address));
      story.send('hello');
      await story.request({ method: 'OPTIONS' }).final();
      const after = await story.agent.page.evaluate(() => window.sourcePhone.problems.length);
      expect(after - before).toBeGreaterThanOrEqual(2);
    },
  },
  ...(['via', 'from', 'to', 'callId', 'cseq'] as const).map(
    (missing): SipCase => ({
      name: `INVITE without ${missing}`,
      rfc: '4475 3.3.1',
      async story(story) {
        story.send(writeRequest({ [missing]: null }, story.address));
        expect(statusOf(await story.request({ method: 'OPTIONS' }).final())).toBe(200);
        expect((await story.agent.events()).filter(({ type }) => type === 'ringing')).toEqual([]);
      },
      settings: {},
    }),
  ),
];
