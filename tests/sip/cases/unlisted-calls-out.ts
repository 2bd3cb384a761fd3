import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { DialledCall } from '../story/dialled-call.ts';
import type { Story } from '../story/story.ts';
import { headerValue, tagIn } from '../wire/frame.ts';
import { answerTo } from '../wire/sdp.ts';

type Dialled = DialledCall & { readonly id: string };
type Play = (call: Dialled) => void;

const media = (call: Dialled) => ({ body: answerTo(call.invite.body) });

/** What comes before an answer, a refusal, or a CANCEL. */
const BEFORE: readonly (readonly [name: string, play: Play])[] = [
  [
    '180 after 183 with early media',
    (call) => {
      call.reply(183, media(call));
      call.reply(180);
    },
  ],
  [
    '180, 183 without SDP and 180',
    (call) => {
      for (const status of [180, 183, 180]) call.reply(status);
    },
  ],
  [
    '180 of three branches',
    (call) => {
      for (const branch of ['a', 'b', 'callee']) call.reply(180, { branch });
    },
  ],
  [
    '183 with early media of one branch, 180 of another',
    (call) => {
      call.reply(183, { branch: 'a', ...media(call) });
      call.reply(180, { branch: 'callee' });
    },
  ],
  [
    'a branch that rings and ends by 199',
    (call) => {
      call.reply(180, { branch: 'a' });
      call.reply(199, { branch: 'a', headers: ['Reason: SIP;cause=486'] });
      call.reply(180, { branch: 'callee' });
    },
  ],
  [
    '181 with a diversion, and 182 with a text',
    (call) => {
      call.reply(181, { headers: ['Diversion: <sip:1@example.com>;reason=unconditional'] });
      call.reply(182, { reason: '排队中' });
      call.reply(180);
    },
  ],
  [
    '183 with Require: 100rel and RSeq, twice',
    (call) => {
      for (const rseq of [1, 2])
        call.reply(183, { headers: ['Require: 100rel', `RSeq: ${rseq}`], ...media(call) });
    },
  ],
  ['183 with a description that does not parse', (call) => call.reply(183, { body: 'v=0\r\nhello\r\n' })],
  [
    '183 that changes its description',
    (call) => {
      call.reply(183, media(call));
      call.reply(183, { body: answerTo(call.invite.body, { direction: 'sendonly' }) });
    },
  ],
  ['180 with SDP and nobody who speaks', (call) => call.reply(180, media(call))],
];

/** A refusal ends the ring of each, and a CANCEL too. */
const RINGS: readonly SipCase[] = BEFORE.flatMap(([name, play]): SipCase[] => [
  {
    name: `a call out with ${name} is answered`,
    rfc: '3261 13.2.2.1',
    async story(story) {
      const call = await story.dials('10086');
      play(call);
      call.answer();
      await call.arrives('ACK');
      await story.agent.event('answered', (event) => event.call === call.id);
      await hangsUp(story, call);
    },
  },
  {
    name: `a call out with ${name} is busy`,
    rfc: '3261 13.2.2.3',
    async story(story) {
      const call = await story.dials('10086');
      play(call);
      call.reply(486);
      await call.arrives('ACK');
      expect((await story.ended(call.id)).end).toMatchObject({ how: 'refused', sipStatus: 486 });
    },
  },
  {
    name: `a call out with ${name} is cancelled`,
    rfc: '3261 9.1',
    async story(story) {
      const call = await story.dials('10086');
      play(call);
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('CANCEL');
      await call.arrives('ACK');
      await story.ended(call.id);
    },
  },
]);

async function hangsUp(story: Story, call: Dialled): Promise<void> {
  expect(await story.command({ type: 'hang-up', call: call.id })).toEqual({ ok: true });
  await call.arrives('BYE');
  await story.ended(call.id);
}

/** Answers that cross the CANCEL; each names the branches that need ACK and BYE. */
const CROSSINGS: readonly (readonly [name: string, branches: readonly string[], cross: Play])[] = [
  ['of a branch that never rang', ['other'], (call) => call.answer({ branch: 'other' })],
  [
    'after the 487',
    ['callee'],
    (call) => {
      call.reply(487);
      call.answer();
    },
  ],
  [
    'of another branch after the 487, repeated',
    ['late'],
    (call) => {
      call.reply(487);
      for (let n = 0; n < 3; n += 1) call.answer({ branch: 'late' });
    },
  ],
  [
    'with two proxies on its way',
    ['callee'],
    (call) => call.answer({ headers: ['Record-Route: <sip:p2;lr>, <sip:p1;lr>'] }),
  ],
  ['without a description', ['callee'], (call) => call.reply(200)],
  [
    'of three branches',
    ['a', 'b', 'c'],
    (call) => {
      for (const branch of ['a', 'b', 'c']) call.answer({ branch });
    },
  ],
];

const CROSSED: readonly SipCase[] = CROSSINGS.map(([name, branches, cross]) => ({
  name: `the agent cancels, and a 200 comes ${name}: ACK and BYE on its dialog`,
  rfc: '3261 13.2.2.4',
  async story(story: Story) {
    const call = await story.dials('10086');
    call.reply(180);
    await story.agent.event('remote-ringing', (event) => event.call === call.id);
    story.server.handlers.set('CANCEL', (request) => {
      request.reply(200, { toTag: 'proxy' });
      cross(call);
    });
    await story.command({ type: 'hang-up', call: call.id });
    for (const branch of branches)
      for (const method of ['ACK', 'BYE']) {
        const arrived = await call.arrives(method, branch);
        expect(tagIn(headerValue(arrived, 'to') ?? '')).toBe(`tag-${branch}`);
      }
    await story.ended(call.id);
  },
}));

/** Members of cases 10 and 11 that their tables do not have. */
export const UNLISTED_CALLS_OUT: readonly SipCase[] = [...RINGS, ...CROSSED];
