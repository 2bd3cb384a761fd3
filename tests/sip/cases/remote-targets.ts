import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { DialledCall } from '../story/dialled-call.ts';
import type { RawCall } from '../story/raw-call.ts';
import type { Story } from '../story/story.ts';
import { headerValue } from '../wire/frame.ts';
import type { Arrived } from '../wire/raw-server.ts';
import { answerTo, webrtcSdp } from '../wire/sdp.ts';

type Dialled = DialledCall & { readonly id: string };

const contact = (user: string) => `Contact: <sip:${user}@moved.example.com;transport=ws>`;
const isAt = (user: string) => expect.stringMatching(new RegExp(`^\\w+ sip:${user}@moved\\.example\\.com`));

/** A response with this contact alone. */
function replyFrom(call: Dialled, user: string, status: number): void {
  call.invite.reply(status, {
    toTag: 'tag-callee',
    headers: [contact(user)],
    ...(status === 180 ? {} : { body: answerTo(call.invite.body) }),
  });
}

function inCall(story: Story, callId: string, method: string, user: string): Promise<Arrived> {
  return story.server.until(`${method} to ${user}`, (arrived) =>
    arrived.find(
      (one) => one.start.startsWith(`${method} sip:${user}@`) && headerValue(one, 'call-id') === callId,
    ),
  );
}

async function isOver(story: Story, call: Dialled, user: string): Promise<void> {
  await story.agent.event('answered', (event) => event.call === call.id);
  expect(await story.command({ type: 'hang-up', call: call.id })).toEqual({ ok: true });
  expect((await call.arrives('BYE')).start).toEqual(isAt(user));
  await story.ended(call.id);
}

const OUTBOUND: readonly SipCase[] = [
  ...([180, 183] as const).map(
    (status): SipCase => ({
      name: `${status} with one Contact, 200 with another: ACK and BYE go to that of the 200`,
      rfc: '3261 12.2.1.2',
      async story(story) {
        const call = await story.dials('10086');
        replyFrom(call, 'early', status);
        replyFrom(call, 'callee', 200);
        expect((await call.arrives('ACK')).start).toEqual(isAt('callee'));
        await isOver(story, call, 'callee');
      },
    }),
  ),
  {
    name: 'a second 200 with the same tag and another Contact: ACK there too, and the call goes on',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      replyFrom(call, 'callee', 200);
      await call.arrives('ACK');
      await story.agent.event('answered', (event) => event.call === call.id);
      for (let n = 0; n < 2; n += 1) replyFrom(call, 'moved', 200);
      await inCall(story, call.callId, 'ACK', 'moved');
      const ends = story.server.arrived.filter(
        (one) => one.start.startsWith('BYE ') && headerValue(one, 'call-id') === call.callId,
      );
      expect(ends).toEqual([]);
      await isOver(story, call, 'callee');
    },
  },
  {
    name: 'two 200s with the same tag and different Contacts before the first is confirmed',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      replyFrom(call, 'callee', 200);
      replyFrom(call, 'moved', 200);
      await inCall(story, call.callId, 'ACK', 'callee');
      await inCall(story, call.callId, 'ACK', 'moved');
      await isOver(story, call, 'callee');
    },
  },
  {
    name: 'a 200 that is repeated with its Contact in another form',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      replyFrom(call, 'callee', 200);
      await call.arrives('ACK');
      call.invite.reply(200, {
        toTag: 'tag-callee',
        headers: ['m: "Moved" <sip:callee@moved.example.com;transport=ws>;expires=60'],
        body: answerTo(call.invite.body),
      });
      await isOver(story, call, 'callee');
    },
  },
];

type Talking = RawCall & { readonly ringing: { readonly call: string } };

/** What changes the address of the caller, and how a refusal of it does not. */
const MOVES: readonly (readonly [name: string, move: (story: Story, call: Talking) => Promise<unknown>])[] = [
  [
    'the 200 to our hold',
    (story, call) => {
      story.server.handlers.set('INVITE', (request) =>
        request.reply(200, { body: answerTo(request.body), headers: [contact('callee')] }),
      );
      return story.command({ type: 'hold', call: call.ringing.call });
    },
  ],
  [
    'a re-INVITE of the caller',
    (_, call) => call.reinvite(webrtcSdp(), { contact: '<sip:callee@moved.example.com;transport=ws>' }),
  ],
  [
    'an UPDATE of the caller',
    (_, call) =>
      call
        .request('UPDATE', { body: webrtcSdp(), contact: '<sip:callee@moved.example.com;transport=ws>' })
        .final(),
  ],
  [
    'the 200 to our hold, and a refused re-INVITE with a third address',
    async (story, call) => {
      story.server.handlers.set('INVITE', (request) =>
        request.reply(200, { body: answerTo(request.body), headers: [contact('callee')] }),
      );
      await story.command({ type: 'hold', call: call.ringing.call });
      await call.reinvite(webrtcSdp({ port: 0 }), { contact: '<sip:third@moved.example.com>' });
    },
  ],
];

const INBOUND: readonly SipCase[] = MOVES.map(([name, move]) => ({
  name: `${name}: another Contact: BYE goes there`,
  rfc: '3261 12.2.1.2',
  async story(story: Story) {
    const call = await story.talks();
    await move(story, call);
    await story.command({ type: 'hang-up', call: call.ringing.call });
    await inCall(story, call.callId, 'BYE', 'callee');
    await story.ended(call.ringing.call);
  },
}));

/** Where requests go once the other side has named another address (its remote target). */
export const REMOTE_TARGETS: readonly SipCase[] = [...OUTBOUND, ...INBOUND];
