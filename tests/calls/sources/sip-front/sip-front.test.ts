import { describe, expect, test } from 'vitest';
import { header } from '../../../../calls/sources/sip/message.ts';
import { frameOf, frontStory, INVITE, OFFER } from './front-story.ts';

/** The frame with 王 in front of the caller's address, as older phone systems write it. */
function gbk(text: string): Uint8Array {
  const [head = '', tail = ''] = new TextEncoder().encode(text).toString().split('70,114,111,109,58,32');
  const bytes = (list: string) => list.split(',').filter(Boolean).map(Number);
  return new Uint8Array([...bytes(head), ...bytes('70,114,111,109,58,32,34,205,245,34,32'), ...bytes(tail)]);
}

describe('an INVITE reaches the library', () => {
  test.each([
    ['as text', (text: string) => text],
    ['as bytes', (text: string) => new TextEncoder().encode(text).buffer],
    ['as bytes with a name in GBK', (text: string) => gbk(text)],
  ])('%s', (_how, encode) => {
    const { front, library, problems } = frontStory();
    front.receive(encode(frameOf(INVITE, OFFER)));
    expect(library()).toMatchObject({ kind: 'request', method: 'INVITE', body: OFFER });
    expect(problems).toEqual([]);
  });

  test.each([
    ['a tel: caller', 'From: <tel:+8613900001234>;tag=c'],
    ['a tel: caller with phone-context', 'From: <tel:1234;phone-context=+8610>;tag=c'],
    ['a tel: callee', 'To: <tel:95001>'],
    ['a tel: contact', 'Contact: <tel:+8613900001234>'],
    ['a host without a dot', 'From: <sip:1001@pbx>;tag=c'],
    ['a host without a dot in Contact', 'Contact: <sip:1001@pbx:5060;transport=udp>'],
    ['a sips: callee', 'To: <sips:1001@example.com>'],
    ['an IPv6 host', 'Contact: <sip:1001@[2001:db8::1]:5060>'],
    ['a quoted Chinese name', 'From: "王女士, 客户" <sip:1001@example.com>;tag=c'],
    ['no brackets', 'From: sip:1001@example.com;tag=c'],
    ['compact forms', 'f: "A" <sip:1001@example.com>;tag=c'],
    ['Content-Type with a parameter', 'Content-Type: application/sdp; charset=utf-8'],
    ['no Content-Type', 'Content-Type:'],
    ['a legal Session-Expires', 'Session-Expires: 1800;refresher=uac'],
    ['an odd header of its own', 'X-Strange: ;;;"'],
    ['an extension that we support', 'Require: replaces'],
    ['no Max-Forwards', 'Max-Forwards:'],
    ['a list of proxies with odd parameters', 'Record-Route: <sip:kam;lr;x=a#1>, <sip:[2001:db8::2];lr>'],
    ['a proxy’s Record-Route with odd parameters', 'Record-Route: <sip:10.0.0.1;r2=on;lr=on;did=8f.a>'],
  ])('with %s', (_what, line) => {
    const story = frontStory();
    const replaced = line.startsWith('f:') ? INVITE.filter((one) => !one.startsWith('From')) : INVITE;
    story.front.receive(frameOf(replaced, OFFER, [line]));
    expect(story.toServer).toEqual([]);
    expect(story.library()).toMatchObject({ method: 'INVITE', uri: 'sip:lib@lib.invalid;transport=ws' });
    story.answer(180);
    expect(story.server()).toMatchObject({ status: 180 });
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    // What was put in place of an odd address never reaches the server.
    if (name === 'from') expect(header(story.server(), 'from')).toBe(line.slice(6));
    expect(header(story.server(), 'via')).toBe('SIP/2.0/WSS pbx.example.com;branch=z9hG4bKone');
  });

  test.each([
    'sip:1001@phone.invalid',
    'sip:phone.invalid',
    'sip:somebody-else@192.0.2.7;transport=tcp',
    'sips:1001@phone.invalid',
    'tel:95001',
  ])('whatever its Request-URI: %s', (uri) => {
    const { front, library } = frontStory();
    front.receive(frameOf([`INVITE ${uri} SIP/2.0`, ...INVITE.slice(1)], OFFER));
    expect(library()).toMatchObject({ uri: 'sip:lib@lib.invalid;transport=ws' });
    expect(front.arrived).toBeNull();
  });

  test('with the description out of a multipart body', () => {
    const { front, library } = frontStory();
    const body = `--b1\r\nContent-Type: application/isup\r\n\r\nx\r\n--b1\r\nContent-Type: application/sdp\r\n\r\n${OFFER}--b1--\r\n`;
    front.receive(frameOf(INVITE, body, ['Content-Type: multipart/mixed;boundary=b1']));
    expect(library().body).toBe(OFFER);
    expect(header(library(), 'content-type')).toBe('application/sdp');
  });

  test('without its video', () => {
    const { front, library } = frontStory();
    front.receive(frameOf(INVITE, `${OFFER}m=video 40002 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\n`));
    expect(library().body).toContain('m=video 0 UDP/TLS/RTP/SAVPF 96');
  });
});

describe('the front answers what would be dropped', () => {
  test.each([
    ['a broken From', 400, ['From: nobody at all']],
    ['an unquoted Chinese name', 400, ['From: 王女士 <sip:1001@example.com>;tag=c']],
    ['a # in the user', 400, ['From: <sip:*21#@example.com>;tag=c']],
    ['a broken To', 400, ['To: <sip:>']],
    ['a broken Contact', 400, ['Contact: <nothing>']],
    ['no Contact', 400, ['Contact:']],
    ['a bad Session-Expires', 400, ['Session-Expires: soon']],
    ['another method in CSeq', 400, ['CSeq: 1 BYE']],
    ['a CSeq beyond all bounds', 400, ['CSeq: 36893488147419103232 INVITE']],
    ['an extension that we lack', 420, ['Require: 100rel, nothing-known']],
    ['a compressed body', 415, ['Content-Encoding: gzip']],
    ['a body of another type', 415, ['Content-Type: text/plain']],
    ['two calls to replace', 400, ['Replaces: a;to-tag=1;from-tag=2, b;to-tag=1;from-tag=2']],
    [
      'a call to replace and one to join',
      400,
      ['Replaces: a;to-tag=1;from-tag=2', 'Join: b;to-tag=1;from-tag=2'],
    ],
    ['a To tag of no dialog', 481, ['To: <sip:1001@example.com>;tag=unknown']],
  ])('%s: %i', (_what, status, changes) => {
    const { front, toLibrary, statuses, server } = frontStory();
    front.receive(frameOf(INVITE, OFFER, changes));
    expect(toLibrary).toEqual([]);
    expect(statuses()).toEqual([status]);
    expect(header(server(), 'call-id')).toBe('call-1');
    expect(header(server(), 'to')).toContain('tag=');
  });

  test.each([
    ['an unknown version', 505, frameOf(INVITE, OFFER).replace('SIP/2.0\r\n', 'SIP/7.0\r\n')],
    [
      'a body that is cut off',
      400,
      frameOf(INVITE, OFFER).replace(/Content-Length: \d+/, 'Content-Length: 99999'),
    ],
    ['a negative length', 400, frameOf(INVITE, OFFER).replace(/Content-Length: \d+/, 'Content-Length: -1')],
    ['a header without a name', 400, frameOf([...INVITE, ': nameless'], OFFER)],
    ['a target in brackets', 400, frameOf(['INVITE <sip:a@b> SIP/2.0', ...INVITE.slice(1)], OFFER)],
    ['another scheme', 416, frameOf(['INVITE http://example.com SIP/2.0', ...INVITE.slice(1)], OFFER)],
    [
      'an unknown method',
      501,
      frameOf(['NEWMETHOD sip:a@b SIP/2.0', ...INVITE.slice(1)], '', ['CSeq: 1 NEWMETHOD']),
    ],
    [
      'a method that is not for phones',
      405,
      frameOf(['PUBLISH sip:a@b SIP/2.0', ...INVITE.slice(1)], '', ['CSeq: 1 PUBLISH']),
    ],
    [
      'a BYE of no dialog',
      481,
      frameOf(['BYE sip:a@b SIP/2.0', ...INVITE.slice(1)], '', ['CSeq: 2 BYE', 'To: <sip:a@b>;tag=x']),
    ],
    [
      'a CANCEL of no INVITE',
      481,
      frameOf(['CANCEL sip:a@b SIP/2.0', ...INVITE.slice(1)], '', ['CSeq: 1 CANCEL']),
    ],
    [
      'OPTIONS without a user',
      200,
      frameOf(['OPTIONS sip:b SIP/2.0', ...INVITE.slice(1)], '', ['CSeq: 1 OPTIONS']),
    ],
  ])('%s: %i', (_what, status, frame) => {
    const { front, toLibrary, statuses } = frontStory();
    front.receive(frame);
    expect(toLibrary).toEqual([]);
    expect(statuses()).toEqual([status]);
  });

  test('an offer that no browser could answer: 488 at once, and the agent learns why', () => {
    const { front, statuses, refused } = frontStory();
    const onlyGsm = OFFER.replace('SAVPF 0', 'SAVPF 18').replace('rtpmap:0 PCMU', 'rtpmap:18 G729');
    front.receive(frameOf(INVITE, onlyGsm));
    expect(statuses()).toEqual([488]);
    expect(refused).toEqual(['no-common-codec']);
  });

  test.each(['Via:', 'From:', 'To:', 'Call-ID:', 'CSeq:'])(
    'nothing without a usable %s, which is counted',
    (line) => {
      const { front, toServer, toLibrary, problems } = frontStory();
      front.receive(frameOf(INVITE, OFFER, [line]));
      expect([...toServer, ...toLibrary]).toEqual([]);
      expect(problems).toEqual(['unanswerable-request']);
    },
  );

  test('a request that the library forgets', () => {
    const { front, answer, clock, statuses, problems } = frontStory();
    front.receive(frameOf(INVITE, OFFER));
    answer(180);
    const info = ['CSeq: 2 INFO', 'To: <sip:1001@example.com>;tag=lib', 'Via: SIP/2.0/WSS p;branch=z9hG4bKn'];
    front.receive(frameOf(['INFO sip:a@b SIP/2.0', ...INVITE.slice(1)], '', info));
    clock.pass(5_000);
    expect(statuses()).toEqual([180, 500]);
    expect(problems).toEqual(['forgotten-request']);
  });

  test('UPDATE while it rings, which the library would refuse', () => {
    const story = frontStory();
    story.front.receive(frameOf(INVITE, OFFER));
    story.answer(180);
    const update = [
      'CSeq: 2 UPDATE',
      'To: <sip:1001@example.com>;tag=lib',
      'Via: SIP/2.0/WSS p;branch=z9hG4bKu',
    ];
    story.front.receive(frameOf(['UPDATE sip:a@b SIP/2.0', ...INVITE.slice(1)], '', update));
    expect(story.statuses()).toEqual([180, 200]);
    expect(story.inCall).toMatchObject([{ method: 'UPDATE' }]);
  });
});

describe('frames as servers write them', () => {
  test('a byte order mark is no part of the message', () => {
    const { front, library } = frontStory();
    front.receive(`\uFEFF${frameOf(INVITE, OFFER)}`);
    expect(library()).toMatchObject({ method: 'INVITE' });
  });

  test('the version in small letters', () => {
    const { front, library } = frontStory();
    front.receive(frameOf(INVITE, OFFER).replace('SIP/2.0\r\n', 'sip/2.0\r\n'));
    expect(library()).toMatchObject({ method: 'INVITE' });
  });

  test('what follows the message is counted; line ends are not', () => {
    const { front, problems, toLibrary } = frontStory();
    front.receive(`${frameOf(INVITE, OFFER)}\r\n\r\n`);
    expect(problems).toEqual([]);
    front.receive(frameOf(INVITE, OFFER, ['Call-ID: a']) + frameOf(INVITE, OFFER, ['Call-ID: b']));
    expect(problems).toEqual(['unreadable-frame']);
    expect(toLibrary).toHaveLength(2);
  });
});

describe('what is repeated', () => {
  test('an INVITE that came by another way too rings once: 482', () => {
    const story = frontStory();
    story.front.receive(frameOf(INVITE, OFFER));
    story.answer(180);
    story.front.receive(frameOf(INVITE, OFFER, ['Via: SIP/2.0/WSS other;branch=z9hG4bKother']));
    expect(story.toLibrary).toHaveLength(1);
    expect(story.statuses()).toEqual([180, 482]);
    story.answer(486);
    // A proxy that asks one phone after another comes back with the same call.
    story.front.receive(frameOf(INVITE, OFFER, ['Via: SIP/2.0/WSS other;branch=z9hG4bKthird']));
    expect(story.toLibrary).toHaveLength(2);
  });

  test('gets the same answer again, and the library sees it once', () => {
    const story = frontStory();
    story.front.receive(frameOf(INVITE, OFFER));
    story.answer(180);
    story.front.receive(frameOf(INVITE, OFFER));
    story.answer(486);
    story.front.receive(frameOf(INVITE, OFFER));
    expect(story.toLibrary).toHaveLength(1);
    expect(story.statuses()).toEqual([180, 180, 486, 486]);
  });

  test('an ACK of another number than that of an INVITE is counted, and not shown to the library', () => {
    const story = frontStory();
    story.front.receive(frameOf(INVITE, OFFER));
    story.answer(200);
    const ack = (number: number) =>
      frameOf(['ACK sip:a@b SIP/2.0', ...INVITE.slice(1)], '', [
        `CSeq: ${number} ACK`,
        'Via: SIP/2.0/WSS p;branch=z9hG4bKack',
        'To: <sip:1001@example.com>;tag=lib',
      ]);
    story.front.receive(ack(77));
    expect([story.toLibrary.length, story.problems]).toEqual([1, ['unanswerable-request']]);
    story.front.receive(ack(1));
    expect(story.toLibrary).toHaveLength(2);
  });

  test('ACK and CANCEL find their INVITE; the answer to CANCEL has the CANCEL’s Via', () => {
    const story = frontStory();
    const two = [
      'Via: SIP/2.0/WSS pbx.example.com;branch=z9hG4bKone',
      'Via: SIP/2.0/UDP far;branch=z9hG4bKfar',
    ];
    story.front.receive(frameOf([...INVITE, two[1] ?? ''], OFFER));
    const invite = story.library();
    story.front.receive(frameOf(['CANCEL sip:a@b SIP/2.0', ...INVITE.slice(1)], '', ['CSeq: 1 CANCEL']));
    expect(header(story.library(), 'via')).toBe(header(invite, 'via'));
    story.answer(200);
    expect(story.server().headers.filter(({ name }) => name === 'via')).toHaveLength(1);
  });
});
