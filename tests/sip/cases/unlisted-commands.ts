import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { RawCall } from '../story/raw-call.ts';
import type { Story } from '../story/story.ts';
import { headerValue, statusOf } from '../wire/frame.ts';
import { answerTo, webrtcSdp } from '../wire/sdp.ts';

type Talking = Awaited<ReturnType<Story['talks']>>;

/** No result of a command may take longer, nor the answer of the next call, ms. */
const LIMIT_MS = 5_000;

/** The other side is silent about a hold, and something else happens meanwhile. */
const MEANWHILE: readonly (readonly [
  name: string,
  play: (story: Story, call: Talking) => Promise<unknown>,
])[] = [
  [
    'the agent hangs up',
    (story, call) => story.command({ type: 'hang-up', call: call.ringing.call }, LIMIT_MS),
  ],
  [
    'the agent resumes',
    (story, call) => story.command({ type: 'resume', call: call.ringing.call }, LIMIT_MS),
  ],
  [
    'the agent holds again',
    (story, call) => story.command({ type: 'hold', call: call.ringing.call }, LIMIT_MS),
  ],
  ['the agent mutes', (story, call) => story.command({ type: 'mute', call: call.ringing.call }, LIMIT_MS)],
  [
    'the agent sends tones',
    (story, call) => story.command({ type: 'send-dtmf', call: call.ringing.call, tones: '1' }, LIMIT_MS),
  ],
  [
    'the agent transfers',
    (story, call) =>
      story.command({ type: 'transfer-blind', call: call.ringing.call, target: '8001' }, LIMIT_MS),
  ],
  ['the agent dials', (story) => story.command({ type: 'dial', target: '10086' }, LIMIT_MS)],
  ['INFO comes', async (_story, call) => call.request('INFO').final()],
  ['an UPDATE without a body comes', async (_story, call) => call.request('UPDATE').final()],
  ['an offer comes', async (_story, call) => call.reinvite(webrtcSdp())],
  ['OPTIONS comes', async (_story, call) => call.request('OPTIONS').final()],
  [
    'another caller rings',
    async (story) => {
      const second = await story.rings();
      await story.command({ type: 'reject', call: second.ringing.call, sipStatus: 486 }, LIMIT_MS);
      expect(statusOf(await second.invite.final())).toBe(486);
      second.ack();
    },
  ],
  ['the connection is cut', async (story) => story.server.link.cut()],
];

const SILENT: readonly SipCase[] = MEANWHILE.flatMap(([name, play]) =>
  (['hold', 'resume'] as const).map(
    (command): SipCase => ({
      name: `nobody answers a ${command}, and ${name}: the phone goes on in 5 s`,
      rfc: '3261 14.1',
      async story(story) {
        const call = await story.talks();
        const id = call.ringing.call;
        if (command === 'resume') await story.command({ type: 'hold', call: id });
        const sent = story.server.until('the offer of the command', (arrived) =>
          arrived.findLast(
            (one) => one.start.startsWith('INVITE ') && headerValue(one, 'call-id') === call.callId,
          ),
        );
        story.server.handlers.delete('INVITE');
        const result = story.command({ type: command, call: id }, LIMIT_MS);
        await sent;
        await play(story, call);
        await result;
        await endAll(story, call);
      },
    }),
  ),
);

/** Whatever became of the calls, each can be ended. */
async function endAll(story: Story, call: RawCall): Promise<void> {
  for (const one of (await story.agent.fold()).phone.calls)
    if (one.state !== 'ended') await story.command({ type: 'hang-up', call: one.id }, LIMIT_MS);
  expect(call.callId).not.toBe('');
}

/** Answers to REFER and INFO that a BYE follows in the same moment, or precedes. */
const REFUSED = [400, 403, 405, 420, 481, 489, 500, 503, 603].map(
  (status, index): SipCase => ({
    name: `a transfer meets ${status} ${index % 2 === 0 ? 'and BYE' : 'after BYE'}`,
    rfc: '3515 2.4.2',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.set('REFER', (request) => {
        if (index % 2 === 1) call.bye();
        request.reply(status, { toTag: 'server' });
        if (index % 2 === 0) call.bye();
      });
      const transfer = { type: 'transfer-blind', call: call.ringing.call, target: '8001' } as const;
      await story.command(transfer, LIMIT_MS);
      await story.ended(call.ringing.call);
    },
  }),
);

const QUICK: readonly SipCase[] = [
  {
    name: 'BYE before the refusal of an attended transfer: the other call ends as itself',
    rfc: '5589 7.2',
    async story(story) {
      const call = await story.talks();
      expect(await story.command({ type: 'hold', call: call.ringing.call })).toEqual({ ok: true });
      const other = await story.talks();
      story.server.handlers.set('REFER', (request) => {
        call.bye();
        request.reply(603, { toTag: 'server' });
      });
      const ids = { call: call.ringing.call, other: other.ringing.call };
      const result = await story.command({ type: 'transfer-attended', ...ids }, LIMIT_MS);
      expect(result).toEqual({ ok: false, reason: 'wrong-state' });
      await story.ended(ids.call);
      expect((await story.hangsUp(other)).end).toMatchObject({ how: 'hung-up', by: 'remote-party' });
    },
  },
  {
    name: 'hold, resume and hold in one moment, and BYE after the first offer',
    rfc: '3261 14.1',
    async story(story) {
      const call = await story.talks();
      const id = call.ringing.call;
      story.server.handlers.set('INVITE', (request) => {
        request.reply(200, { body: answerTo(request.body) });
        call.bye();
      });
      await Promise.all(
        (['hold', 'resume', 'hold'] as const).map((type) => story.command({ type, call: id }, LIMIT_MS)),
      );
      await story.ended(id);
    },
  },
  {
    name: 'a 200 to the INVITE without a tag crosses the CANCEL: ACK and BYE',
    rfc: '3261 12.1.2',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180);
      await story.agent.event('remote-ringing', (event) => event.call === call.id);
      story.server.handlers.set('CANCEL', (request) => {
        request.reply(200);
        call.invite.reply(200, {
          headers: ['Contact: <sip:callee@proxy.example.com;transport=ws>'],
          body: answerTo(call.invite.body),
        });
      });
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('ACK');
      await call.arrives('BYE');
      await story.ended(call.id);
    },
  },
  {
    name: 'a second 200 of the same callee names another Contact: it is confirmed',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      call.answer();
      await story.agent.event('answered', (event) => event.call === call.id);
      call.answer({ headers: ['Record-Route: <sip:p9.example.com;lr>'] });
      await story.server.until(
        'a second ACK',
        (arrived) =>
          arrived.filter(
            (one) => one.start.startsWith('ACK ') && headerValue(one, 'call-id') === call.callId,
          )[1],
      );
      expect(await story.command({ type: 'hang-up', call: call.id })).toEqual({ ok: true });
      await call.arrives('BYE');
      await story.ended(call.id);
    },
  },
];

/** Commands that meet silence or a BYE, which the tables of holds and transfers do not have. */
export const UNLISTED_COMMANDS: readonly SipCase[] = [...SILENT, ...REFUSED, ...QUICK];
