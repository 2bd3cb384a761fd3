import { expect } from 'vitest';
import { rawCase, type SipCase } from '../sip-case.ts';
import { headerValue, statusOf, uriIn } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';
import type { RequestParts } from '../wire/write-request.ts';

const answers = (
  name: string,
  rfc: string,
  status: number | readonly number[],
  sends: RequestParts,
): SipCase => rawCase({ name, rfc, sends: { body: '', ...sends }, mustAnswer: status });

/** Request-URIs of INVITEs that came over our connection: the proxy has found us by them. */
const TARGETS: readonly (readonly [name: string, uri: (contact: string) => string])[] = [
  ['no user', (contact) => contact.replace(/^sip:[^@]*@/, 'sip:')],
  ['another user', (contact) => contact.replace(/^sip:[^@]*@/, 'sip:4008001234@')],
  ['another transport', (contact) => `${contact.replace(/;transport=\w+/i, '')};transport=udp`],
  ['the transport in capitals', (contact) => contact.replace(/;transport=\w+/i, ';transport=WS')],
  ['no transport', (contact) => contact.replace(/;transport=\w+/i, '')],
  ['more parameters', (contact) => `${contact};alias=192.0.2.1~5060~5;ob;x-y=z`],
  ['the host in capitals', (contact) => contact.replace(/@([^;]+)/, (host) => host.toUpperCase())],
  ['the scheme in capitals', (contact) => contact.replace('sip:', 'SIP:')],
  ['the address of record', () => 'sip:agent@example.com'],
  ['an address of record without a dot', () => 'sip:agent@pbx'],
  ['a SIPS URI', (contact) => contact.replace('sip:', 'sips:')],
  ['a tel URI', () => 'tel:+862160001234'],
  ['an IPv6 host', () => 'sip:agent@[2001:db8::10]:5070'],
  [
    'escaped letters',
    (contact) => contact.replace(/^sip:(.)/, (_, first) => `sip:%${first.charCodeAt(0).toString(16)}`),
  ],
];

export const TARGET_CASES: readonly SipCase[] = TARGETS.map(([name, uri]) => ({
  name: `INVITE to ${name}`,
  rfc: '3261 8.2.2.1',
  async story(story) {
    const call = await story.talks({ uri: uri(story.address.contact) });
    await story.hangsUp(call);
  },
}));

/** In a dialog a proxy may write the Request-URI in its own way; the dialog's ids decide. */
export const DIALOG_TARGETS: readonly SipCase[] = TARGETS.slice(0, 6).map(([name, uri]) => ({
  name: `ACK, re-INVITE, OPTIONS and BYE to ${name}`,
  rfc: '3261 12.2.2',
  async story(story) {
    const call = await story.rings();
    await story.command({ type: 'answer', call: call.ringing.call });
    const ok = await call.isAnswered(false);
    const target = { uri: uri(uriIn(headerValue(ok, 'contact') ?? '')) };
    call.ack(target);
    expect(statusOf(await call.request('OPTIONS', target).final())).toBe(200);
    expect(statusOf(await call.reinvite(webrtcSdp(), target))).toBe(200);
    await call.bye(target).status(200);
    await story.ended(call.ringing.call);
  },
}));

const OUTSIDE = { to: '<sip:agent@example.com>;tag=unknown' };

export const REQUESTS: readonly SipCase[] = [
  answers('OPTIONS', '3261 11.2', 200, { method: 'OPTIONS' }),
  answers('OPTIONS to no user', '3261 11.2', 200, { method: 'OPTIONS', uri: 'sip:192.0.2.1;transport=ws' }),
  answers('OPTIONS to the address of record', '3261 11.2', 200, {
    method: 'OPTIONS',
    uri: 'sip:agent@example.com',
  }),
  answers('OPTIONS of a keep-alive without a Contact', '3261 11.2', 200, {
    method: 'OPTIONS',
    contact: null,
    headers: ['User-Agent: OpenSIPS'],
  }),
  answers('OPTIONS from a tel URI', '3261 11.2', 200, {
    method: 'OPTIONS',
    from: '<tel:+8613900001234>;tag=o1',
  }),
  answers('OPTIONS from a host without a dot', '3261 11.2', 200, {
    method: 'OPTIONS',
    from: '<sip:ping@pbx>;tag=o2',
  }),
  answers('OPTIONS without Max-Forwards', '3261 16.3', [200, 400], { method: 'OPTIONS', maxForwards: null }),
  answers('BYE outside a call', '3261 15.1.2', 481, { method: 'BYE', ...OUTSIDE }),
  answers('BYE outside a call without a tag', '3261 15.1.2', 481, { method: 'BYE' }),
  answers('BYE outside a call to no user', '3261 15.1.2', 481, {
    method: 'BYE',
    ...OUTSIDE,
    uri: 'sip:192.0.2.1',
  }),
  answers('CANCEL of nothing', '3261 9.2', 481, { method: 'CANCEL', contact: null }),
  answers('INVITE in an unknown call', '3261 12.2.2', 481, { ...OUTSIDE, body: webrtcSdp() }),
  answers('UPDATE outside a call', '3311 5.2', 481, { method: 'UPDATE', ...OUTSIDE }),
  answers('UPDATE outside a call without a tag', '3311 5.2', [481, 405], { method: 'UPDATE' }),
  answers('INFO outside a call', '6086 4.2.2', 481, { method: 'INFO', ...OUTSIDE }),
  answers('PRACK outside a call', '3262 3', [481, 405, 501], {
    method: 'PRACK',
    ...OUTSIDE,
    headers: ['RAck: 1 1 INVITE'],
  }),
  answers('REFER outside a call', '3515 2.4.2', [405, 481, 501, 603, 403, 501], {
    method: 'REFER',
    headers: ['Refer-To: <sip:a@example.com>'],
  }),
  answers('NOTIFY outside a call', '6665 4.1.3', [200, 405, 481, 489], {
    method: 'NOTIFY',
    headers: ['Event: keep-alive'],
  }),
  answers('NOTIFY of a dialog that is gone', '6665 4.1.3', [481, 489], {
    method: 'NOTIFY',
    ...OUTSIDE,
    headers: ['Event: dialog', 'Subscription-State: active'],
  }),
  answers('NOTIFY of waiting messages', '3842 3', [200, 405, 481, 489], {
    method: 'NOTIFY',
    headers: ['Event: message-summary'],
    contentType: 'application/simple-message-summary',
    body: 'Messages-Waiting: no\r\n',
  }),
  answers('SUBSCRIBE', '6665 4.2.1', [405, 489, 501], { method: 'SUBSCRIBE', headers: ['Event: presence'] }),
  answers('MESSAGE', '3428 7', [200, 202, 405, 415, 501], {
    method: 'MESSAGE',
    contentType: 'text/plain',
    body: 'hello',
  }),
  answers('PUBLISH', '3903 6', [405, 489, 501], { method: 'PUBLISH', headers: ['Event: presence'] }),
  answers('REGISTER at a phone', '3261 8.2.1', [405, 501], { method: 'REGISTER' }),
  answers('an unknown method', '3261 8.2.1', [405, 501], { method: 'NEWMETHOD' }),
  answers('a method in small letters', '3261 7.1', [400, 405, 501], { method: 'invite', cseq: '1 invite' }),
  answers('a method of every allowed sign', '4475 3.1.1.2', [405, 501], {
    method: "!interesting-Method0123456789_*+`.%indeed'~",
  }),
  answers('a method as a prototype name', '3261 7.1', [405, 501], { method: 'constructor' }),
  answers('an unknown scheme', '3261 8.2.2.1', [400, 404, 416], {
    uri: 'nobodyKnowsThisScheme:totallyopaquecontent',
    body: webrtcSdp(),
  }),
  answers('a Request-URI in brackets', '4475 3.1.2.7', 400, {
    uri: '<sip:agent@example.com>',
    body: webrtcSdp(),
  }),
  answers('a Request-URI with a space', '4475 3.1.2.8', 400, {
    uri: 'sip:agent@example.com; lr',
    body: webrtcSdp(),
  }),
  answers('another version', '4475 3.1.2.16', [400, 505], { method: 'OPTIONS', version: 'SIP/7.0' }),
  answers('two extensions that nobody has', '3261 8.2.2.3', 420, {
    method: 'OPTIONS',
    headers: ['Require: nothingSupportsThis, nothingSupportsThisEither'],
  }),
  answers('an INVITE that requires an unknown extension', '3261 8.2.2.3', 420, {
    headers: ['Require: x-unknown'],
    body: webrtcSdp(),
  }),
  answers('an INVITE that requires reliable responses, or gets them', '3262 3', [420], {
    headers: ['Require: 100rel, x-unknown'],
    body: webrtcSdp(),
  }),
  rawCase({
    name: 'Require: timer',
    rfc: '4028 9',
    sends: { headers: ['Require: timer', 'Session-Expires: 1800;refresher=uac'] },
    mustAnswer: 'final',
  }),
  rawCase({
    name: 'Require: 100rel',
    rfc: '3262 3',
    sends: { headers: ['Require: 100rel'] },
    mustAnswer: 'final',
  }),
  rawCase({
    name: 'Require in two lines',
    rfc: '3261 8.2.2.3',
    sends: { headers: ['Require: replaces', 'Require: x-unknown'] },
    mustAnswer: 420,
  }),
  rawCase({
    name: 'Proxy-Require is no matter of a phone',
    rfc: '4475 3.3.5',
    sends: { headers: ['Proxy-Require: x-unknown'] },
    mustAnswer: 'ring',
  }),
  rawCase({
    name: 'Supported lists what nobody knows',
    rfc: '3261 20.37',
    sends: { headers: ['Supported: x-a, x-b, 100rel, gruu, outbound, timer, replaces'] },
    mustAnswer: 'ring',
  }),
  rawCase({
    name: 'Replaces of an unknown call',
    rfc: '3891 3',
    sends: { headers: ['Replaces: nobody@example.com;to-tag=1;from-tag=2'] },
    mustAnswer: 481,
  }),
  rawCase({
    name: 'Replaces that is none',
    rfc: '3891 3',
    sends: { headers: ['Replaces: ;;;'] },
    mustAnswer: 'final',
  }),
  rawCase({
    name: 'Join of an unknown call',
    rfc: '3911 4',
    sends: { headers: ['Join: nobody@example.com;to-tag=1;from-tag=2'] },
    mustAnswer: 'final',
  }),
  {
    name: '420 names the extensions that are not supported',
    rfc: '3261 8.2.2.3',
    async story(story) {
      const refused = await story
        .request({ method: 'OPTIONS', headers: ['Require: x-one, x-two'] })
        .status(420);
      expect(headerValue(refused, 'unsupported')).toMatch(/x-one.*x-two/);
    },
  },
  {
    name: 'OPTIONS says what a phone can do',
    rfc: '3261 11.2',
    async story(story) {
      const ok = await story.request({ method: 'OPTIONS' }).status(200);
      expect(headerValue(ok, 'allow')).toMatch(/INVITE/);
      expect(headerValue(ok, 'allow')).toMatch(/BYE/);
    },
  },
  {
    name: 'OPTIONS in a call',
    rfc: '3261 11.2',
    async story(story) {
      const call = await story.talks();
      await call.request('OPTIONS').status(200);
      await story.request({ method: 'OPTIONS' }).status(200);
      await story.hangsUp(call);
    },
  },
  {
    name: 'a method nobody knows in a call leaves the call as it is',
    rfc: '3261 12.2.2',
    async story(story) {
      const call = await story.talks();
      for (const method of ['NEWMETHOD', 'PUBLISH', 'SUBSCRIBE', 'MESSAGE', 'INFO', 'NOTIFY', 'PRACK'])
        await call.request(method).final();
      expect(
        statusOf(
          await call
            .request('INFO', { contentType: 'application/dtmf-relay', body: 'Signal=5\r\nDuration=160\r\n' })
            .final(),
        ),
      ).toBe(200);
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
      await story.hangsUp(call);
    },
  },
  {
    name: 'UPDATE while it rings',
    rfc: '3311 5.2',
    async story(story) {
      const call = await story.rings();
      await call.request('UPDATE').final();
      await call.request('UPDATE', { body: webrtcSdp() }).final();
      await call.request('INFO').final();
      await call.request('OPTIONS').final();
      await story.answers(call);
      await story.hangsUp(call);
    },
  },
  {
    name: 'BYE while it rings',
    rfc: '3261 15',
    async story(story) {
      const call = await story.rings();
      await call.bye().status(200);
      await call.invite.status(487);
      call.ack();
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'a request in a call that is over',
    rfc: '3261 12.2.2',
    async story(story) {
      const call = await story.talks();
      await story.hangsUp(call);
      for (const method of ['BYE', 'UPDATE', 'INFO']) await call.request(method).status(481);
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(481);
    },
  },
  {
    name: 'a CSeq that is too low',
    rfc: '3261 12.2.2',
    async story(story) {
      const call = await story.talks({ cseq: '50 INVITE' });
      await call.request('INFO', { cseq: '10 INFO' }).status(500);
      await story.hangsUp(call);
    },
  },
];
