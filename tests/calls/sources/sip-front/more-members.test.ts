import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../../calls/numbers/read-number.ts';
import { isWithheld } from '../../../../calls/numbers/withheld.ts';
import { refusalCause } from '../../../../calls/refusal-cause.ts';
import type { SipRequest } from '../../../../calls/sources/sip/message.ts';
import { parseMessage } from '../../../../calls/sources/sip/parse-message.ts';
import { requestedAnswerAfter } from '../../../../calls/sources/sip-front/answer-after.ts';
import { checkOffer } from '../../../../calls/sources/sip-front/offer-check.ts';
import { originalTarget } from '../../../../calls/sources/sip-front/original-target.ts';
import { callingParty } from '../../../../calls/sources/sip-front/remote-identity.ts';
import { frameOf, frontStory, INVITE, OFFER } from './front-story.ts';

/** What the front does with an INVITE: hands it to the library, or answers it. */
function outcome(
  changes: readonly string[],
  { body = OFFER, lines = INVITE, text = (frame: string) => frame } = {},
) {
  const story = frontStory();
  story.front.receive(text(frameOf(lines, body, changes)));
  return story.toLibrary.length > 0 ? 'rings' : (story.statuses().at(-1) ?? 'nothing');
}

function invite(...changes: readonly string[]): SipRequest {
  const parsed = parseMessage(frameOf(INVITE, '', changes));
  if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('Not a request.');
  return parsed.message;
}

const withCodec = (format: string, ...lines: readonly string[]) =>
  OFFER.replace('SAVPF 0', `SAVPF ${format}`).replace(
    'a=rtpmap:0 PCMU/8000',
    lines.join('\r\n') || 'a=sendrecv',
  );

describe('offers without a common codec', () => {
  test.each([
    ['iLBC', withCodec('98', 'a=rtpmap:98 iLBC/8000')],
    ['G.728 by its static number', withCodec('15')],
    ['linear audio', withCodec('10 11')],
    ['Opus of another clock rate', withCodec('111', 'a=rtpmap:111 opus/16000/2')],
    ['keys and noise, no voice', withCodec('13 101', 'a=rtpmap:101 telephone-event/8000')],
    ['redundancy alone', withCodec('112', 'a=rtpmap:112 red/8000')],
    ['text over IP', OFFER.replace('m=audio', 'm=text')],
    ['audio over TCP', OFFER.replace('UDP/TLS/RTP/SAVPF', 'TCP/MRCPv2')],
  ])('%s: 488', (_name, body) => {
    expect(checkOffer(body).ok).toBe(false);
    expect(outcome([], { body })).toBe(488);
  });

  test.each([
    ['A-law by its static number', withCodec('8')],
    [
      'an unknown codec before one of ours',
      withCodec('98 0', 'a=rtpmap:98 iLBC/8000', 'a=rtpmap:0 PCMU/8000'),
    ],
    ['codec names in small letters', withCodec('0', 'a=rtpmap:0 pcmu/8000/1')],
  ])('%s: rings', (_name, body) => expect(outcome([], { body })).toBe('rings'));
});

describe('addresses', () => {
  test.each([
    ['From: <tel:110>;tag=a'],
    ['From: tel:+8613900001234;tag=a'],
    ['From: <sips:alice@example.com:5061;transport=tls>;tag=a'],
    ['From: <sip:%23%2331%23139@pbx>;tag=a'],
    ['From: <sip:a.b-c_d!e~f*g@pbx>;tag=a'],
    ['From: "" <sip:8001@pbx>;tag=a'],
    ['From: Mr. X <sip:8001@pbx>;tag=a'],
    ['Contact: <tel:+8613900001234>'],
    ['Contact: "a, b" <sip:8001@[2001:db8::9:1]:5066>'],
    ['Session-Expires: 1800 ;refresher=uas'],
  ])('%s rings', (line) => expect(outcome([line])).toBe('rings'));

  test.each([
    ['From: <sip:80 01@pbx>;tag=a'],
    ['From: <sip:8001@pbx;tag=a'],
    ['From: 王五 <sip:8001@pbx>;tag=a'],
    ['To: <sip:a"b@pbx>'],
    ['Contact: <sip:a#b@pbx>'],
    ['Session-Expires: soon'],
    ['Session-Expires: -90'],
    ['Session-Expires: 1e3'],
    ['Session-Expires: 90s'],
  ])('%s gets 400', (line) => expect(outcome([line])).toBe(400));
});

test.each([
  ['an array of bytes', (frame: string) => new TextEncoder().encode(frame)],
  ['its buffer', (frame: string) => new TextEncoder().encode(frame).buffer],
  [
    'a view in the middle of a buffer',
    (frame: string) => {
      const bytes = new TextEncoder().encode(frame);
      const whole = new Uint8Array(bytes.length + 8);
      whole.set(bytes, 4);
      return whole.subarray(4, 4 + bytes.length);
    },
  ],
  ['a DataView', (frame: string) => new DataView(new TextEncoder().encode(frame).buffer)],
])('a binary frame as %s rings', (_name, bytes) => {
  const story = frontStory();
  story.front.receive(bytes(frameOf(INVITE, OFFER)));
  expect(story.toLibrary).toHaveLength(1);
});

describe('a 200 to REGISTER with other bindings that cannot be read', () => {
  const OURS = '<sip:lib@lib.invalid;transport=ws>;expires=60';
  test.each([
    ['one without an end', `<sip:other@h, ${OURS}`],
    ['a quote that never ends', `"other <sip:other@h>, ${OURS}`],
    ['a tel: URI', `<tel:+8613900001234>;q=0.5, ${OURS}`],
    ['an IPv6 address without brackets', `<sip:other@2001:db8::1>, ${OURS}`],
    ['parameters against the grammar', `<sip:other@h>;q=;;expires, ${OURS}`],
    ['a display name with a comma', `"a, <b>" <sip:other@h>, ${OURS}`],
    ['an escape in its user', `<sip:o%2@h>, ${OURS}`],
  ])('%s: ours counts', (_name, contact) => {
    const story = frontStory();
    story.front.send(
      frameOf([
        'REGISTER sip:example.com SIP/2.0',
        'Via: SIP/2.0/WS lib.invalid;branch=z9hG4bKreg',
        'From: <sip:agent@example.com>;tag=a',
        'To: <sip:agent@example.com>',
        'Call-ID: reg',
        'CSeq: 1 REGISTER',
        `Contact: ${OURS}`,
      ]),
    );
    story.front.receive(
      frameOf([
        'SIP/2.0 200 OK',
        'Via: SIP/2.0/WS lib.invalid;branch=z9hG4bKreg',
        'From: <sip:agent@example.com>;tag=a',
        'To: <sip:agent@example.com>;tag=b',
        'Call-ID: reg',
        'CSeq: 1 REGISTER',
        `Contact: ${contact}`,
      ]),
    );
    expect(story.answers).toEqual([expect.objectContaining({ status: 200 })]);
    expect(JSON.stringify(story.answers[0])).toContain('60');
  });
});

describe('the caller', () => {
  const party = (...lines: readonly string[]) => callingParty(invite(...lines), true).number;
  test.each([
    ['<sip:+8613900001234;oli=62@h>', '+8613900001234'],
    ['<sip:+8613900001234;rn=+8613999999999;npdi@h;user=phone>', '+8613900001234'],
    ['<tel:7042;phone-context=+862160;ext=9>', '+8621607042;ext=9'],
    ['<sip:13900001234;cpc=payphone;oli=27:pw@h>', '13900001234'],
    ['<sip:+86%20139%200000%201234@h>', '+8613900001234'],
  ])('the number ends where its parameters begin: %s', (from, number) => {
    expect(party(`From: ${from};tag=a`)).toBe(number);
  });

  test.each([
    [['P-Asserted-Identity: tel:+8613900001111'], '+8613900001111'],
    [['P-Asserted-Identity: "X" <sip:reception@h>, <tel:+8613900001111>'], '+8613900001111'],
    [['Remote-Party-ID: <sip:13900001111@h>;party=calling;screen=yes;privacy=off'], '13900001111'],
    [['Remote-Party-ID: <sip:13900001111@h>;party=calling;privacy=full'], 'anonymous'],
    [['P-Preferred-Identity: <sip:110@h>'], '+8613900001234'],
    [['P-Asserted-Identity: <sip:13900001111@h>', 'Privacy: header;id'], 'anonymous'],
    [['P-Asserted-Identity: <sip:h>', 'Remote-Party-ID: <sip:13900001111@h>'], '13900001111'],
  ])('who is asserted by %j', (lines, number) => expect(party(...lines)).toBe(number));

  test.each([
    [['Diversion: <sip:8001@h>;reason=unconditional;counter=1'], '8001'],
    [['Diversion: <sip:8002@h>;reason=no-answer, <sip:8001@h>;reason=user-busy'], '8001'],
    [['History-Info: <sip:8001@h>;index=1, <sip:8002@h;cause=302>;index=1.1'], '8001'],
  ])('for whom it rang first, by %j', (lines, number) => {
    expect(originalTarget(invite(...lines))?.number).toBe(number);
  });

  test.each(
    [
      [
        'Anonymous',
        'sip:anonymous@pbx',
        'UNAVAILABLE',
        'Out-of-Area',
        'number withheld',
        '匿名 来电',
        'p.r.i.v.a.t.e',
      ],
      ['+0', '0000000000', '-', '', ' ', '%41nonymous', 'sip:@h', 'tel:', '"Restricted"', '＊'.slice(1)],
    ].flat(),
  )('%j is withheld', (text) => expect(isWithheld(text)).toBe(true));
  test.each(['110', '8001', 'alice', '#31#', '*67', '未来电器', 'anna'])('%j is somebody', (text) => {
    expect(isWithheld(text)).toBe(false);
  });
});

test.each([
  [410, [], false, 'unknown-number'],
  [484, [], true, 'unknown-number'],
  [480, ['Q.850;cause=17'], false, 'busy'],
  [503, ['Q.850 ;cause=1;text="Unallocated, really"'], false, 'unknown-number'],
  [500, ['SIP;cause=500, Q.850;cause=21'], false, 'declined'],
  [606, [], false, 'codec'],
  [407, [], false, 'password'],
  [487, [], true, 'no-answer'],
  [305, [], false, 'moved'],
  [699, [], false, 'own-system'],
] as const)('a call out that meets %i %j is %s %s', (sipStatus, reasons, rang, cause) => {
  expect(refusalCause({ sipStatus, reasons, rang })).toBe(cause);
});

describe('numbers as people write them', () => {
  test.each([
    ['tel:+86-139-0000-1234;ext=5', '+8613900001234', '5'],
    ['\u200E(021) 6000–1234 转 8012\u200F', '02160001234', '8012'],
    ['＋８６ （０）２１ ６０００ １２３４', '+862160001234', null],
    ['手机:139 0000 1234', '13900001234', null],
    ['callto:+8613900001234', '+8613900001234', null],
    ['sip:+8613900001234@pbx.example;user=phone', '+8613900001234', null],
  ])('%j', (text, number, extension) => expect(readNumber(text)).toEqual({ number, extension }));
  test.each(['192.168.0.1/24', 'a1b2', '1390000123412345678', '王1390', 'sip:alice@pbx', '+', '1+1'])(
    '%j is none',
    (text) => expect(readNumber(text)).toBeNull(),
  );
});

describe('header forms', () => {
  test.each([
    ['Content-Type: APPLICATION/SDP'],
    ['Content-Type: application/sdp;charset="utf-8"'],
    ['Content-Type: application/sdp ; level=1'],
    ['Content-Disposition: session;handling=required'],
    ['Supported: 100rel, precondition, tdialog'],
    ['Require: TIMER'],
    ['Unknown-Header: \u0001'],
  ])('%s rings', (line) => expect(outcome([line])).toBe('rings'));
  test.each([
    ['Require: precondition', 420],
    ['Require: timer, 100rel', 420],
    ['Content-Type: application/isup', 415],
    ['Content-Encoding: gzip', 415],
    ['To: <sip:1001@example.com>;tag=gone', 481],
    ['Replaces: x;to-tag=1;from-tag=2', 481],
  ])('%s: %i', (line, status) => expect(outcome([line])).toBe(status));

  test.each([
    ['Call-Info: <sip:x>;answer-after=0', 0],
    ['Call-Info: <http://x/a,b>;purpose=icon, <sip:x>;ANSWER-AFTER=2', 2_000],
    ['Alert-Info: <http://h>;info="Auto Answer";delay=0', 0],
    ['Alert-Info: <urn:alert:service:call-waiting>', null],
    ['Answer-Mode: Auto;require', 0],
    ['Answer-Mode: Manual', null],
    ['Call-Info: <sip:x>;answer-after=-1', null],
    ['Call-Info: <sip:x>;answer-after=1e9', null],
  ])('%s asks for %s ms', (line, ms) => expect(requestedAnswerAfter(invite(line))).toBe(ms));
});

test.each([
  ['INVITE sip:lib.invalid SIP/2.0'],
  ['INVITE sip:LIB@LIB.INVALID;transport=WS SIP/2.0'],
  ['INVITE sips:lib@lib.invalid SIP/2.0'],
  ['INVITE SIP:lib@lib.invalid;transport=tcp;ob SIP/2.0'],
  ['INVITE sip:another@lib.invalid:443;maddr=192.0.2.1 SIP/2.0'],
  ['INVITE tel:+8613900001234 SIP/2.0'],
  ['INVITE sip:lib@lib.invalid?subject=x SIP/2.0'],
])('%s reaches this phone', (line) => {
  expect(outcome([], { lines: [line, ...INVITE.slice(1)] })).toBe('rings');
});
