import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { RawCall } from '../story/raw-call.ts';
import type { Story } from '../story/story.ts';
import { statusOf } from '../wire/frame.ts';
import type { ArrivedRequest } from '../wire/raw-server.ts';
import { answerTo, G729_ONLY, T38, webrtcSdp } from '../wire/sdp.ts';

type Reaction = (request: ArrivedRequest, call: RawCall, story: Story) => void;

/** A refusal of a hold that a BYE follows, precedes, or that a call without end follows. */
const STATUSES = [400, 401, 404, 407, 408, 422, 480, 481, 482, 486, 487, 501, 504, 513, 600, 606];
const AROUND: readonly (readonly [name: string, order: readonly ('bye' | 'refuse')[]])[] = [
  ['and BYE', ['refuse', 'bye']],
  ['after BYE', ['bye', 'refuse']],
  ['twice, and BYE', ['refuse', 'refuse', 'bye']],
];

const REFUSED_AND_ENDED: readonly SipCase[] = STATUSES.flatMap((status, index) => {
  const [name, order] = AROUND[index % AROUND.length] ?? ['', []];
  return [
    {
      name: `hold meets ${status} ${name}`,
      rfc: '3261 14.1',
      async story(story: Story) {
        const call = await story.talks();
        story.server.handlers.set('INVITE', (request) => {
          for (const step of order) {
            if (step === 'bye') call.bye();
            else request.reply(status, { toTag: 'server' });
          }
        });
        await story.command({ type: 'hold', call: call.ringing.call });
        await story.ended(call.ringing.call);
      },
    },
  ];
});

/** More of what another side does with the offer of a hold, before the call is over. */
const ENDS: readonly (readonly [name: string, react: Reaction])[] = [
  [
    'glare: an offer of the caller, 491 and BYE',
    (request, call) => {
      call.request('INVITE', { body: webrtcSdp() });
      request.reply(491, { toTag: 'server' });
      call.bye();
    },
  ],
  [
    'an UPDATE of the caller, 488 and BYE',
    (request, call) => {
      call.request('UPDATE', { body: webrtcSdp() });
      request.reply(488, { toTag: 'server' });
      call.bye();
    },
  ],
  [
    'a 200 without our codec, and BYE',
    (request, call) => {
      request.reply(200, { body: G729_ONLY.replace('actpass', 'passive') });
      call.bye();
    },
  ],
  [
    'a 200 with port 0, and BYE',
    (request, call) => {
      request.reply(200, { body: answerTo(request.body, { port: 0 }) });
      call.bye();
    },
  ],
  [
    'a 200 with a fax, and BYE',
    (request, call) => {
      request.reply(200, { body: T38 });
      call.bye();
    },
  ],
  [
    '200 twice, and BYE',
    (request, call) => {
      for (let n = 0; n < 2; n += 1) request.reply(200, { body: answerTo(request.body) });
      call.bye();
    },
  ],
  [
    '100, 180, 183 with an answer, and BYE',
    (request, call) => {
      request.reply(100);
      request.reply(180, { toTag: 'server' });
      request.reply(183, { toTag: 'server', body: answerTo(request.body) });
      call.bye();
    },
  ],
  [
    'BYE twice, and 488',
    (request, call) => {
      call.bye();
      call.bye();
      request.reply(488, { toTag: 'server' });
    },
  ],
];

const ENDED: readonly SipCase[] = (['hold', 'resume'] as const).flatMap((command) =>
  ENDS.map(
    ([name, react]): SipCase => ({
      name: `${command} meets ${name}`,
      rfc: '3261 14.1',
      async story(story) {
        const call = await story.talks();
        const id = call.ringing.call;
        if (command === 'resume') await story.command({ type: 'hold', call: id });
        story.server.handlers.set('INVITE', (request) => react(request, call, story));
        await story.command({ type: command, call: id });
        await story.ended(id);
      },
    }),
  ),
);

/** Offers in local hold which the table of directions does not have (RFC 6337 §5.3). */
const OFFERS: readonly (readonly [name: string, body: string])[] = [
  ['the address 0.0.0.0', webrtcSdp().replace('c=IN IP4 127.0.0.1', 'c=IN IP4 0.0.0.0')],
  ['no direction', webrtcSdp().replace('a=sendrecv\r\n', '')],
  ['a direction of the session', webrtcSdp({ session: ['a=recvonly'] }).replace('a=sendrecv\r\n', '')],
  ['a direction of session and line', webrtcSdp({ session: ['a=inactive'] })],
  ['the direction twice', webrtcSdp({ audio: ['a=sendrecv'] })],
  ['a direction with a space behind', webrtcSdp().replace('a=sendrecv', 'a=sendrecv ')],
  ['a direction in capitals', webrtcSdp().replace('a=sendrecv', 'a=SENDRECV')],
];

const KEPT_HOLD: readonly SipCase[] = (['INVITE', 'UPDATE'] as const).flatMap((method) =>
  OFFERS.map(
    ([name, body]): SipCase => ({
      name: `local hold survives ${method} with ${name}`,
      rfc: '6337 5.3',
      async story(story) {
        const call = await story.talks();
        const id = call.ringing.call;
        expect(await story.command({ type: 'hold', call: id })).toEqual({ ok: true });
        const final =
          method === 'INVITE' ? await call.reinvite(body) : await call.request('UPDATE', { body }).final();
        expect(statusOf(final)).toBe(200);
        expect(final.body).toMatch(/^a=(sendonly|inactive)\r?$/m);
        expect(final.body).not.toMatch(/^a=(sendrecv|recvonly)/m);
        const { phone } = await story.agent.fold();
        expect(phone.calls.find((one) => one.id === id)).toMatchObject({
          hold: { local: expect.anything() },
        });
        expect(await story.command({ type: 'resume', call: id })).toEqual({ ok: true });
        await story.hangsUp(call);
      },
    }),
  ),
);

/** Members of cases 1 and 12 that their tables do not have. */
export const UNLISTED_HOLDS: readonly SipCase[] = [...REFUSED_AND_ENDED, ...ENDED, ...KEPT_HOLD];
