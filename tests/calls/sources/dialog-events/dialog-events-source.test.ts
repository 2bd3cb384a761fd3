import { describe, expect, test } from 'vitest';
import type { CallEvent, PhoneEvent } from '../../../../calls/call-event.ts';
import { DialogEventsSource } from '../../../../calls/sources/dialog-events/dialog-events-source.ts';
import { cseqOf } from '../../../../calls/sources/sip/cseq.ts';
import { header, type SipMessage, type SipRequest } from '../../../../calls/sources/sip/message.ts';
import { tagOf } from '../../../../calls/sources/sip/message-ids.ts';
import { frameOf, frontStory } from '../sip-front/front-story.ts';
import { dialogInfo } from './dialog-info.ts';

const INBOUND = 'call-id="c1" direction="recipient"';
const RINGS = dialogInfo(1, 'partial', [{ attributes: INBOUND, state: 'early' }]);
const BODY = 'Content-Type: application/dialog-info+xml';
const ACTIVE = 'Subscription-State: active;expires=600';
const ACCEPTED = ['Expires: 600', 'Contact: <sip:8001@192.0.2.9>'];

/** A source over the real front; the test is the server, and the registration of the account. */
async function ipPhone() {
  const story = frontStory();
  const events: (CallEvent | PhoneEvent)[] = [];
  let registration: (event: CallEvent | PhoneEvent) => void = () => {};
  const source = new DialogEventsSource({
    account: {
      ipPhone: 'sip:8001@example.com',
      over: {
        ...{ server: 'wss://pbx', user: 'agent', domain: 'example.com', displayName: null },
        ...{ iceServers: [], dtmf: 'rfc4733' },
        ...{ autoAnswer: false, trustCallerIdentity: true, answerOnRequest: false, queueTimeHeader: null },
        credentials: { kind: 'password', password: 'secret' },
      },
    },
    phone: {
      registration: { state: 'never' },
      lastConfirmedAt: 7,
      reachability: 'proved',
      start: (emit) => {
        registration = emit;
      },
      wake: () => {},
      endAbandoned: async () => 'ended',
      stop: async () => {},
      subscriber: {
        send: (request, limitMs) => story.front.own.send(request, limitMs),
        expectNotify: (callId, handle) => story.front.expectNotify(callId, handle),
        contact: () => 'sip:agent@x.invalid;transport=ws',
      },
    },
    clock: story.clock,
    token: (() => {
      let count = 0;
      return () => `t${++count}`;
    })(),
    report: (detail) => story.problems.push(detail),
  });
  source.start((event) => events.push(event));
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const asRequest = (message: SipMessage): SipRequest => {
    if (message.kind !== 'request') throw new Error('Not a request.');
    return message;
  };
  const subscribes = () => story.toServer.filter((frame) => frame.startsWith('SUBSCRIBE '));
  let notified = 0;
  return {
    ...story,
    ...{ source, events, subscribes },
    async registers() {
      registration({ type: 'registered', at: story.clock.now() });
      await settle();
      return asRequest(story.server());
    },
    loses: () => registration({ type: 'registration-lost', cause: 'network', at: story.clock.now() }),
    async replies(status: number, lines: readonly string[] = ACCEPTED, request?: SipRequest) {
      const to = request ?? asRequest(story.server());
      const copied = ['via', 'from', 'call-id', 'cseq'].map((name) => `${name}: ${header(to, name)}`);
      const tag = tagOf(to, 'to') === null ? ';tag=notifier' : '';
      story.front.receive(
        frameOf([`SIP/2.0 ${status} x`, ...copied, `To: ${header(to, 'to')}${tag}`, ...lines]),
      );
      await settle();
    },
    /** NOTIFY in the subscription of this SUBSCRIBE; gives the status of the answer. */
    async notifies(subscribe: SipRequest, body: string, changes: readonly string[] = []): Promise<number> {
      notified += 1;
      const lines = [
        'NOTIFY sip:agent@x.invalid;transport=ws SIP/2.0',
        `Via: SIP/2.0/WSS pbx.example.com;branch=z9hG4bKn${notified}`,
        'Max-Forwards: 70',
        'From: <sip:8001@example.com>;tag=notifier',
        `To: ${header(subscribe, 'from')}`,
        `Call-ID: ${header(subscribe, 'call-id')}`,
        `CSeq: ${notified} NOTIFY`,
        'Contact: <sip:8001@192.0.2.9>',
        'Event: dialog',
        ACTIVE,
        ...(body === '' ? [] : [BODY]),
      ];
      story.front.receive(frameOf(lines, body, changes));
      await settle();
      return story.statuses().at(-1) ?? 0;
    },
    async passes(ms: number) {
      story.clock.pass(ms);
      await settle();
    },
    types: () => events.map((event) => (event.type === 'registration-lost' ? event.cause : event.type)),
  };
}

describe('the subscription', () => {
  test('is to the address of the desk phone, in our name, for its dialogs', async () => {
    const phone = await ipPhone();
    const subscribe = await phone.registers();
    expect(subscribe.uri).toBe('sip:8001@example.com');
    expect(Object.fromEntries(subscribe.headers.map(({ name, value }) => [name, value]))).toMatchObject({
      from: '<sip:agent@example.com>;tag=t2',
      to: '<sip:8001@example.com>',
      event: 'dialog',
      accept: 'application/dialog-info+xml',
      contact: '<sip:agent@x.invalid;transport=ws>',
      expires: '600',
    });
    expect(phone.types()).toEqual([]);
    await phone.replies(200);
    expect(phone.types()).toEqual(['registered']);
  });

  test('answers a challenge', async () => {
    const phone = await ipPhone();
    await phone.registers();
    await phone.replies(401, ['WWW-Authenticate: Digest realm="example.com", nonce="n", qop="auth"']);
    const again = phone.server();
    expect(header(again, 'authorization')).toMatch(/^Digest username="agent"/);
    expect(cseqOf(again)?.number).toBe(2);
    await phone.replies(200);
    expect(phone.types()).toEqual(['registered']);
  });

  test('is refreshed inside its dialog, in good time', async () => {
    const phone = await ipPhone();
    await phone.registers();
    await phone.replies(200, [...ACCEPTED, 'Record-Route: <sip:p1;lr>, <sip:p2;lr>']);
    await phone.passes(300_000);
    const refresh = phone.server();
    expect(refresh).toMatchObject({ method: 'SUBSCRIBE', uri: 'sip:8001@192.0.2.9' });
    expect(header(refresh, 'to')).toBe('<sip:8001@example.com>;tag=notifier');
    expect(cseqOf(refresh)?.number).toBe(2);
    expect(refresh.headers.filter(({ name }) => name === 'route').map(({ value }) => value)).toEqual([
      '<sip:p2;lr>',
      '<sip:p1;lr>',
    ]);
  });

  test('is begun anew when the server has forgotten it, and calls go on', async () => {
    const phone = await ipPhone();
    const first = await phone.registers();
    await phone.replies(200);
    await phone.notifies(first, dialogInfo(0, 'full'));
    await phone.notifies(first, RINGS);
    await phone.passes(300_000);
    await phone.replies(481, []);
    await phone.passes(2_000);
    const second = phone.server();
    expect(header(second, 'call-id')).not.toBe(header(first, 'call-id'));
    expect(tagOf(second, 'to')).toBeNull();
    expect(phone.types()).toEqual(['registered', 'ringing']);
  });

  test.each([403, 404, 489, 500, 503])(
    'refused by %i: the status says so, and it is tried again',
    async (status) => {
      const phone = await ipPhone();
      await phone.registers();
      await phone.replies(status, []);
      expect(phone.types()).toEqual(['calls-not-reported']);
      await phone.passes(5_000);
      expect(phone.subscribes()).toHaveLength(2);
      await phone.replies(200);
      expect(phone.types()).toEqual(['calls-not-reported', 'registered']);
    },
  );

  test('no answer counts as a refusal', async () => {
    const phone = await ipPhone();
    await phone.registers();
    await phone.passes(5_000);
    expect(phone.types()).toEqual(['calls-not-reported']);
  });

  test('Retry-After is kept to', async () => {
    const phone = await ipPhone();
    await phone.registers();
    await phone.replies(503, ['Retry-After: 120']);
    await phone.passes(119_000);
    expect(phone.subscribes()).toHaveLength(1);
    await phone.passes(1_000);
    expect(phone.subscribes()).toHaveLength(2);
  });

  test('423 asks for a longer one', async () => {
    const phone = await ipPhone();
    await phone.registers();
    await phone.replies(423, ['Min-Expires: 1800']);
    await phone.passes(5_000);
    expect(header(phone.server(), 'expires')).toBe('1800');
  });

  test.each([
    ['deactivated', 2_000, true],
    ['timeout', 2_000, true],
    ['rejected', 5_000, false],
    ['noresource', 5_000, false],
    ['giveup;retry-after=60', 60_000, false],
  ])('ended by the server with reason=%s', async (reason, afterMs, isQuiet) => {
    const phone = await ipPhone();
    const subscribe = await phone.registers();
    await phone.replies(200);
    const over = `Subscription-State: terminated;reason=${reason}`;
    expect(await phone.notifies(subscribe, '', [over])).toBe(200);
    expect(phone.types()).toEqual(isQuiet ? ['registered'] : ['registered', 'calls-not-reported']);
    await phone.passes(1_999);
    expect(phone.subscribes()).toHaveLength(1);
    await phone.passes(afterMs - 1_999);
    expect(phone.subscribes()).toHaveLength(2);
  });

  test('is made again on another connection', async () => {
    const phone = await ipPhone();
    await phone.registers();
    await phone.replies(200);
    phone.loses();
    expect(phone.types()).toEqual(['registered', 'network']);
    await phone.passes(300_000);
    expect(phone.subscribes()).toHaveLength(1);
    await phone.registers();
    expect(phone.subscribes()).toHaveLength(2);
  });

  test('is ended at a stop, and no call stays up', async () => {
    const phone = await ipPhone();
    const subscribe = await phone.registers();
    await phone.replies(200);
    await phone.notifies(subscribe, dialogInfo(0, 'full', [{ attributes: INBOUND, state: 'confirmed' }]));
    const stopped = phone.source.stop();
    expect(header(phone.server(), 'expires')).toBe('0');
    await phone.replies(200, ['Expires: 0']);
    await stopped;
    expect(phone.types()).toEqual(['registered', 'ringing', 'answered', 'ended']);
  });
});

describe('NOTIFY', () => {
  test('may come before the answer to SUBSCRIBE', async () => {
    const phone = await ipPhone();
    const subscribe = await phone.registers();
    expect(await phone.notifies(subscribe, dialogInfo(0, 'full'))).toBe(200);
    await phone.notifies(subscribe, RINGS);
    await phone.replies(200, ACCEPTED, subscribe);
    expect(phone.types()).toEqual(['ringing', 'registered']);
  });

  test.each([
    ['of another event', ['Event: presence'], 489],
    ['of another notifier', ['From: <sip:8001@example.com>;tag=other'], 481],
    ['of another subscription', ['Call-ID: unknown'], 481],
    ['to another tag of ours', ['To: <sip:agent@example.com>;tag=other'], 481],
    ['with another body', ['Content-Type: application/pidf+xml'], 415],
    ['with a CSeq of another method', ['CSeq: 9 INVITE'], 400],
  ])('%s is refused', async (_name, changes, status) => {
    const phone = await ipPhone();
    const subscribe = await phone.registers();
    await phone.replies(200);
    await phone.notifies(subscribe, dialogInfo(0, 'full'));
    expect(await phone.notifies(subscribe, RINGS, changes)).toBe(status);
    expect(phone.types()).toEqual(['registered']);
  });

  test('out of order is refused, and one that repeats is answered again', async () => {
    const phone = await ipPhone();
    const subscribe = await phone.registers();
    await phone.replies(200);
    await phone.notifies(subscribe, dialogInfo(0, 'full'), ['CSeq: 10 NOTIFY']);
    expect(await phone.notifies(subscribe, RINGS, ['CSeq: 9 NOTIFY'])).toBe(500);
    expect(phone.types()).toEqual(['registered']);
  });

  test('a version gap and a body that cannot be read ask for the whole state, once in two seconds', async () => {
    const phone = await ipPhone();
    const subscribe = await phone.registers();
    await phone.replies(200);
    await phone.notifies(subscribe, dialogInfo(0, 'full'));
    await phone.notifies(subscribe, dialogInfo(5, 'partial', [{ attributes: INBOUND, state: 'early' }]));
    await phone.notifies(subscribe, '<dialog-info');
    await phone.notifies(subscribe, dialogInfo(9, 'partial'));
    expect(phone.subscribes()).toHaveLength(1);
    await phone.passes(2_000);
    expect(phone.subscribes()).toHaveLength(2);
    expect(phone.problems).toEqual(['dialog-info']);
    expect(phone.types()).toEqual(['registered', 'ringing']);
  });
});

test('every command is refused: the desk phone is operated by hand', async () => {
  const phone = await ipPhone();
  expect(await phone.source.command()).toEqual({ ok: false, reason: 'watch-only' });
  expect(phone.source).toMatchObject({ watchOnly: true, lastConfirmedAt: 7, reachability: 'proved' });
});
