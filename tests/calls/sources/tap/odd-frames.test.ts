import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SipReader } from '../../../../calls/sources/tap/sip-reader.ts';
import { RFC_MESSAGES } from '../../../sip/rfc/rfc-messages.ts';
import { DESCRIPTION, leg, readerStory } from './page-frames.ts';

const CALL = leg();
/** A call with all that can happen in it, each frame with its direction. */
const FRAMES = [
  ['received', CALL.request('remote', 'INVITE', 1, { early: true, body: DESCRIPTION() })],
  ['sent', CALL.response('remote', 180, 'INVITE', 1)],
  ['sent', CALL.response('remote', 200, 'INVITE', 1, { body: DESCRIPTION() })],
  ['received', CALL.request('remote', 'ACK', 1)],
  ['sent', CALL.request('agent', 'INVITE', 1, { body: DESCRIPTION('sendonly') })],
  ['received', CALL.response('agent', 200, 'INVITE', 1, { body: DESCRIPTION('recvonly') })],
  ['sent', CALL.request('agent', 'REFER', 2, { lines: ['Refer-To: <sip:2002@pbx.example.com>'] })],
  ['received', CALL.response('agent', 202, 'REFER', 2)],
  ['received', CALL.request('remote', 'CANCEL', 1, { early: true })],
  ['received', CALL.request('remote', 'BYE', 2)],
  ['sent', CALL.response('remote', 200, 'BYE', 2)],
] as const;

describe('frames that are odd', () => {
  it.each(RFC_MESSAGES.map(({ name, text }) => [name, text]))(
    '%s: read in both directions',
    (_name, text) => {
      const story = readerStory();
      story.received(text);
      story.sent(text);
      story.pass(600_000);
      expect(story.impossible).toEqual([]);
      expect(story.phone.calls.every(({ state }) => state === 'ended')).toBe(true);
    },
  );

  it('in any order, repeated and with any direction, give only possible events', () => {
    const frame = fc.record({ at: fc.nat(FRAMES.length - 1), turned: fc.boolean(), pass: fc.nat(700) });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 40 }), (frames) => {
        const story = readerStory();
        for (const { at, turned, pass } of frames) {
          const [direction, text] = FRAMES[at] ?? ['sent', ''];
          if ((direction === 'sent') === turned) story.received(text);
          else story.sent(text);
          story.pass(pass);
        }
        expect(story.impossible).toEqual([]);
      }),
    );
  });

  it('with anything cut, doubled or overwritten, break nothing', () => {
    const edit = fc.record({ from: fc.nat(1200), length: fc.nat(60), text: fc.string({ maxLength: 40 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(FRAMES.length - 1), edit), { maxLength: 30 }), (mutants) => {
        const story = readerStory();
        for (const [at, { from, length, text }] of mutants) {
          const [direction, whole] = FRAMES[at] ?? ['sent', ''];
          const mutant = whole.slice(0, from) + text + whole.slice(from + length);
          if (direction === 'sent') story.sent(mutant);
          else story.received(mutant);
        }
        story.pass(1000);
        expect(story.impossible).toEqual([]);
      }),
    );
  });

  it('are counted where they cannot be read', () => {
    const reader = new SipReader();
    expect(reader.read({ direction: 'received', text: 'INVITE sip:x SIP/2.0\r\nbroken' }, 1)).toEqual([]);
    expect(reader.read({ direction: 'received', text: '\r\n\r\n' }, 1)).toEqual([]);
    expect(reader.unreadable).toBe(1);
  });
});

describe("a page's registration", () => {
  const register = (cseq: number, ...lines: string[]) =>
    written('REGISTER sip:pbx.example.com SIP/2.0', cseq, lines);
  const answer = (status: number, cseq: number, ...lines: string[]) =>
    written(`SIP/2.0 ${status} X`, cseq, lines);
  const contact = 'Contact: <sip:1001@page.invalid>';

  it('is confirmed, refreshed and ended', () => {
    const story = readerStory();
    story.sent(register(1, contact, 'Expires: 60'));
    story.received(answer(401, 1));
    story.sent(register(2, contact, 'Expires: 60', 'Authorization: Digest username="1001"'));
    story.received(answer(200, 2, `${contact};expires=60`));
    story.pass(50_000);
    story.sent(register(3, contact, 'Expires: 0'));
    story.received(answer(200, 3));
    expect(story.shown()).toEqual(['registered', 'lost stopped']);
  });

  it('holds where the registrar lists the Contact rewritten', () => {
    const story = readerStory();
    story.sent(register(1, contact, 'Expires: 60'));
    story.received(answer(200, 1, 'Contact: <sip:1001@192.0.2.7:40123;alias=x>;expires=60'));
    story.pass(59_000);
    expect(story.shown()).toEqual(['registered']);
  });

  it('is believed to last as long as the registrar says, and no longer than a day', () => {
    for (const [seconds, lastsMs] of [
      [7200, 7_200_000],
      [4_294_967_295, 86_400_000],
    ]) {
      const story = readerStory();
      story.sent(register(1, contact));
      story.received(answer(200, 1, contact, `Expires: ${seconds}`));
      story.pass((lastsMs ?? 0) - 1);
      expect(story.shown()).toEqual(['registered']);
      story.pass(1);
      expect(story.shown()).toEqual(['registered', 'lost stale']);
    }
  });

  it('ends by time when the page does not refresh it', () => {
    const story = readerStory();
    story.sent(register(1, contact, 'Expires: 60'));
    story.received(answer(200, 1, `${contact};expires=60`));
    story.pass(60_000);
    expect(story.shown()).toEqual(['registered', 'lost stale']);
  });

  it.each([
    [401, 'lost refused'],
    [403, 'lost forbidden'],
    [503, 'lost stale'],
  ])('is refused with %i', (status, event) => {
    const story = readerStory();
    story.sent(register(1, contact, 'Authorization: Digest username="1001"'));
    story.received(answer(status, 1));
    expect(story.shown()).toEqual([event]);
  });
});

function written(first: string, cseq: number, lines: readonly string[]): string {
  const address = '<sip:1001@pbx.example.com>';
  const ids = [`From: ${address};tag=r`, `To: ${address}`, 'Call-ID: reg', `CSeq: ${cseq} REGISTER`];
  return `${[first, 'Via: SIP/2.0/WSS page.invalid;branch=z9hG4bKr', ...ids, ...lines].join('\r\n')}\r\n\r\n`;
}
