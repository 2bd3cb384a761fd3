import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { RawCall } from '../story/raw-call.ts';
import type { Story } from '../story/story.ts';
import { statusOf } from '../wire/frame.ts';
import type { ArrivedRequest } from '../wire/raw-server.ts';
import { answerTo, G729_ONLY, webrtcSdp } from '../wire/sdp.ts';

type Reaction = (request: ArrivedRequest, call: RawCall, story: Story) => void;
const refuse =
  (status: number, ...headers: readonly string[]): Reaction =>
  (request) =>
    request.reply(status, { toTag: 'server', headers });

/** What the other side does with the re-INVITE of a hold; BYE follows. */
const REACTIONS: readonly (readonly [name: string, react: Reaction])[] = [
  [
    '488, and BYE at once',
    (request, call) => {
      request.reply(488, { toTag: 'server' });
      call.bye();
    },
  ],
  [
    'BYE, and 488 at once',
    (request, call) => {
      call.bye();
      request.reply(488, { toTag: 'server' });
    },
  ],
  [
    'BYE, and 487',
    (request, call) => {
      call.bye();
      request.reply(487, { toTag: 'server' });
    },
  ],
  [
    'BYE, and 481',
    (request, call) => {
      call.bye();
      request.reply(481, { toTag: 'server' });
    },
  ],
  [
    'BYE, and 200',
    (request, call) => {
      call.bye();
      request.reply(200, { body: answerTo(request.body) });
    },
  ],
  [
    '200, and BYE at once',
    (request, call) => {
      request.reply(200, { body: answerTo(request.body) });
      call.bye();
    },
  ],
  [
    '491, and BYE at once',
    (request, call) => {
      request.reply(491, { toTag: 'server' });
      call.bye();
    },
  ],
  [
    '500 with Retry-After, and BYE at once',
    (request, call) => {
      request.reply(500, { toTag: 'server', headers: ['Retry-After: 10'] });
      call.bye();
    },
  ],
  [
    '100, and BYE',
    (request, call) => {
      request.reply(100);
      call.bye();
    },
  ],
  [
    'BYE, and nothing more',
    (_request, call) => {
      call.bye();
    },
  ],
  [
    'a 200 without an answer, and BYE',
    (request, call) => {
      request.reply(200);
      call.bye();
    },
  ],
  [
    'a 200 whose answer does not parse, and BYE',
    (request, call) => {
      request.reply(200, { body: 'hello' });
      call.bye();
    },
  ],
];

const HOLD_ENDS: readonly SipCase[] = (['hold', 'resume'] as const).flatMap((command) =>
  REACTIONS.map(
    ([name, react]): SipCase => ({
      name: `${command} meets ${name}`,
      rfc: '3261 14.1',
      ...(name === '488, and BYE at once' ? { firefox: true as const } : {}),
      async story(story) {
        const call = await story.talks();
        const id = call.ringing.call;
        if (command === 'resume')
          expect(await story.command({ type: 'hold', call: id })).toEqual({ ok: true });
        story.server.handlers.set('INVITE', (request) => react(request, call, story));
        await story.command({ type: command, call: id });
        await story.ended(id);
      },
    }),
  ),
);

/** Refusals after which the call goes on as it was (RFC 3261 §14.1). */
const REFUSALS: readonly (readonly [name: string, react: Reaction])[] = [
  ['488', refuse(488)],
  ['488 with Warning', refuse(488, 'Warning: 304 example.com "Media type not available"')],
  ['491', refuse(491)],
  ['403', refuse(403)],
  ['405', refuse(405)],
  ['415', refuse(415)],
  ['500', refuse(500, 'Retry-After: 1')],
  ['503', refuse(503)],
  ['603', refuse(603)],
  ['302', refuse(302, 'Contact: <sip:other@example.com>')],
];

const HOLD_REFUSED: readonly SipCase[] = REFUSALS.map(([name, react]) => ({
  name: `hold is refused by ${name}: the call goes on, and the next hold works`,
  rfc: '3261 14.1',
  async story(story: Story) {
    const call = await story.talks();
    const id = call.ringing.call;
    const usual = story.server.handlers.get('INVITE');
    story.server.handlers.set('INVITE', (request) => react(request, call, story));
    expect(await story.command({ type: 'hold', call: id })).toMatchObject({
      ok: false,
      reason: 'hold-refused',
    });
    if (usual !== undefined) story.server.handlers.set('INVITE', usual);
    expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
    expect(await story.command({ type: 'hold', call: id })).toEqual({ ok: true });
    await story.hangsUp(call);
  },
}));

/** Answers that cannot be applied: within 5 s the call goes on or ends, and says so. */
const BAD_ANSWERS: readonly (readonly [name: string, react: Reaction])[] = [
  ['no answer in the 200', (request) => request.reply(200)],
  [
    'an answer without our codec',
    (request) => request.reply(200, { body: G729_ONLY.replace('actpass', 'passive') }),
  ],
  ['an answer that does not parse', (request) => request.reply(200, { body: 'hello' })],
  ['an answer with port 0', (request) => request.reply(200, { body: answerTo(request.body, { port: 0 }) })],
  ['no response at all', () => {}],
  ['100 alone', (request) => request.reply(100)],
  ['481: the other side knows no such call', refuse(481)],
  ['408', refuse(408)],
  ['a lost connection', (_request, _call, story) => story.server.link.cut()],
  ['a closed connection', (_request, _call, story) => story.server.link.close()],
];

const BAD_ANSWER_CASES: readonly SipCase[] = BAD_ANSWERS.map(([name, react]) => ({
  name: `hold meets ${name}: the command has a result, and the call can be ended`,
  rfc: '3261 14.1',
  async story(story: Story) {
    const call = await story.talks();
    const id = call.ringing.call;
    story.server.handlers.set('INVITE', (request) => react(request, call, story));
    await story.command({ type: 'hold', call: id });
    await story.isRegistered();
    await story.command({ type: 'hang-up', call: id });
    await story.ended(id);
  },
}));

/** What an answer says in local hold (RFC 6337 §5.3): never that this phone would listen. */
const IN_HOLD: readonly (readonly [
  offered: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive',
  answered: RegExp,
])[] = [
  ['sendrecv', /^a=(sendonly|inactive)\r?$/m],
  ['recvonly', /^a=(sendonly|inactive)\r?$/m],
  ['sendonly', /^a=inactive\r?$/m],
  ['inactive', /^a=inactive\r?$/m],
];

const LOCAL_HOLD: readonly SipCase[] = (['INVITE', 'UPDATE'] as const).flatMap((method) =>
  IN_HOLD.map(
    ([direction, answered]): SipCase => ({
      name: `local hold survives ${method} with ${direction}`,
      rfc: '6337 5.3',
      ...(method === 'INVITE' && direction === 'sendrecv' ? { firefox: true as const } : {}),
      async story(story) {
        const call = await story.talks();
        const id = call.ringing.call;
        expect(await story.command({ type: 'hold', call: id })).toEqual({ ok: true });
        const body = webrtcSdp({ direction });
        const final =
          method === 'INVITE' ? await call.reinvite(body) : await call.request('UPDATE', { body }).final();
        expect(statusOf(final)).toBe(200);
        expect(final.body).toMatch(answered);
        const { phone } = await story.agent.fold();
        expect(phone.calls.find((one) => one.id === id)).toMatchObject({
          hold: { local: expect.anything() },
        });
        expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
        let offered = '';
        const usual = story.server.handlers.get('INVITE');
        story.server.handlers.set('INVITE', (request) => {
          offered = request.body;
          usual?.(request);
        });
        expect(await story.command({ type: 'resume', call: id })).toEqual({ ok: true });
        expect(offered).toMatch(/^a=sendrecv\r?$/m);
        await story.hangsUp(call);
      },
    }),
  ),
);

export const HOLDS: readonly SipCase[] = [...HOLD_ENDS, ...HOLD_REFUSED, ...BAD_ANSWER_CASES];

export const LOCAL_HOLDS: readonly SipCase[] = [
  ...LOCAL_HOLD,
  {
    name: 'local hold survives a re-INVITE without an offer',
    rfc: '6337 5.3',
    async story(story) {
      const call = await story.talks();
      expect(await story.command({ type: 'hold', call: call.ringing.call })).toEqual({ ok: true });
      const sent = call.request('INVITE');
      const ok = await sent.status(200);
      expect(ok.body).toMatch(/^a=(sendonly|inactive)\r?$/m);
      call.ackOf(sent, { body: answerTo(ok.body) });
      await story.hangsUp(call);
    },
  },
];
