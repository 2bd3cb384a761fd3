import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { DialledCall } from '../story/dialled-call.ts';
import type { Story } from '../story/story.ts';
import { headerValue, tagIn, uriIn } from '../wire/frame.ts';
import { answerTo, G729_ONLY } from '../wire/sdp.ts';

type Dialled = DialledCall & { readonly id: string };

/** Refusals and the status that the end names; the panel has words for each. */
const REFUSALS: readonly (readonly [status: number, reason?: string | null, ...headers: string[]])[] = [
  [300],
  [301],
  [302, null, 'Contact: <sip:other@example.com>'],
  [305],
  [380],
  [400],
  [402],
  [403],
  [404],
  [405],
  [406],
  [410],
  [413],
  [414],
  [415],
  [416],
  [420],
  [421],
  [423],
  [480],
  [481],
  [482],
  [483],
  [484],
  [485],
  [486],
  [488],
  [491],
  [493],
  [500],
  [501],
  [502],
  [503, null, 'Retry-After: 30'],
  [504],
  [505],
  [513],
  [600],
  [603],
  [604],
  [606],
  [607, 'Unwanted'],
  [608, 'Rejected'],
  [699, 'Odd'],
  [486, ''],
  [486, '用户正忙'],
  [404, 'Unallocated', 'Reason: Q.850;cause=1;text="Unallocated"'],
  [480, null, 'Retry-After: soon', 'Warning: x'],
];

export const REFUSED: readonly SipCase[] = REFUSALS.map(([status, reason, ...headers]) => ({
  name: `the callee answers ${[status, reason, ...headers].filter((part) => part !== undefined && part !== null).join(' ')}`,
  rfc: '3261 13.2.2.3',
  async story(story: Story) {
    const call = await story.dials('10086');
    call.reply(100);
    call.reply(180);
    call.reply(status, { headers, ...(typeof reason === 'string' ? { reason } : {}) });
    await call.arrives('ACK');
    expect((await story.ended(call.id)).end).toMatchObject({ how: 'refused', sipStatus: status });
  },
}));

/** Provisional responses and good answers in odd forms. */
const RINGS: readonly (readonly [name: string, play: (call: Dialled, story: Story) => void])[] = [
  ['no provisional response', () => {}],
  ['100 alone', (call) => call.reply(100)],
  ['180 without a tag', (call) => call.invite.reply(180)],
  ['180 without a Contact', (call) => call.invite.reply(180, { toTag: 'tag-callee' })],
  [
    '181, 182 and 199',
    (call) => {
      for (const status of [181, 182, 199]) call.reply(status);
    },
  ],
  ['an unknown provisional response', (call) => call.reply(189, { reason: 'Odd' })],
  [
    '180 many times',
    (call) => {
      for (let n = 0; n < 12; n += 1) call.reply(180);
    },
  ],
  ['183 with early media', (call) => call.reply(183, { body: answerTo(call.invite.body) })],
  [
    '183 without SDP, then 180',
    (call) => {
      call.reply(183);
      call.reply(180);
    },
  ],
  [
    '183 with early media twice',
    (call) => {
      for (let n = 0; n < 2; n += 1) call.reply(183, { body: answerTo(call.invite.body) });
    },
  ],
  [
    '180 with a body that is no SDP',
    (call) => call.reply(180, { contentType: 'text/plain', body: 'ringing' }),
  ],
  [
    '180 with Require: 100rel, which was not offered',
    (call) => call.reply(180, { headers: ['Require: 100rel', 'RSeq: 1'] }),
  ],
  [
    '180 with Alert-Info',
    (call) =>
      call.reply(180, {
        headers: ['Alert-Info: <urn:alert:tone:waiting>', 'Call-Info: <', 'P-Early-Media: sendrecv'],
      }),
  ],
];

export const RINGING_OUT: readonly SipCase[] = RINGS.map(([name, play]) => ({
  name: `a call out with ${name} is answered`,
  rfc: '3261 13.2.2.1',
  async story(story: Story) {
    const call = await story.dials('10086');
    play(call, story);
    call.answer();
    await talksAndHangsUp(story, call);
  },
}));

/** 200s in odd forms: ACK always, and audio or a clear end. */
const ANSWERS: readonly (readonly [name: string, answer: (call: Dialled) => void, fails?: true])[] = [
  [
    'twice',
    (call) => {
      call.answer();
      call.answer();
    },
  ],
  [
    'with a Contact that is a tel URI',
    (call) =>
      call.invite.reply(200, {
        toTag: 'tag-callee',
        headers: ['Contact: <tel:10086>'],
        body: answerTo(call.invite.body),
      }),
    true,
  ],
  [
    'without a Contact',
    (call) => call.invite.reply(200, { toTag: 'tag-callee', body: answerTo(call.invite.body) }),
    true,
  ],
  [
    'with a Contact that has a host without a dot',
    (call) =>
      call.invite.reply(200, {
        toTag: 'tag-callee',
        headers: ['Contact: <sip:10086@pbx:5060>'],
        body: answerTo(call.invite.body),
      }),
  ],
  [
    'with a Contact against the grammar, whose server knows it',
    (call) =>
      call.invite.reply(200, {
        toTag: 'tag-callee',
        headers: ['Contact: <sip:10086@pbx:443;transport=wss;thinfo="VG8+PoIUYHSD/sWAZZw=">'],
        body: answerTo(call.invite.body),
      }),
  ],
  [
    'with a Contact that is none',
    (call) => {
      call.reply(180);
      call.invite.reply(200, {
        toTag: 'tag-callee',
        headers: ['Contact: nothing'],
        body: answerTo(call.invite.body),
      });
    },
    true,
  ],
  [
    'with two Contacts, the second of which is none',
    (call) =>
      call.invite.reply(200, {
        toTag: 'tag-callee',
        headers: ['Contact: <sip:10086@pbx>, : <sip:a@b>'],
        body: answerTo(call.invite.body),
      }),
  ],
  [
    'with routes against the grammar',
    (call) => call.answer({ headers: ['Record-Route: <sip:pbx;lr;x="1=2">', 'Record-Route: nothing'] }),
  ],
  [
    'with a type that has a parameter',
    (call) => call.answer({ contentType: 'application/sdp;charset=utf-8' }),
  ],
  ['with a type in capitals', (call) => call.answer({ contentType: 'Application/SDP' })],
  [
    'with headers that do not parse',
    (call) =>
      call.answer({
        headers: ['Session-Expires: soon', 'Date: x', 'P-Asserted-Identity: 王 <', 'Server: "', 'Supported:'],
      }),
  ],
  [
    'with Session-Expires',
    (call) => call.answer({ headers: ['Session-Expires: 1800;refresher=uas', 'Require: timer'] }),
  ],
  ['without SDP', (call) => call.reply(200), true],
  [
    'with an answer without our codec',
    (call) => call.reply(200, { body: G729_ONLY.replace('actpass', 'passive') }),
    true,
  ],
  ['with an answer that does not parse', (call) => call.reply(200, { body: 'hello' }), true],
  [
    'with a body of another type',
    (call) => call.reply(200, { contentType: 'text/plain', body: 'hello' }),
    true,
  ],
  ['with port 0', (call) => call.reply(200, { body: answerTo(call.invite.body, { port: 0 }) }), true],
];

export const ANSWERED_OUT: readonly SipCase[] = ANSWERS.map(([name, answer, fails]) => ({
  name: `a call out is answered ${name}`,
  rfc: '3261 13.2.2.4',
  async story(story: Story) {
    const call = await story.dials('10086');
    call.reply(180);
    answer(call);
    await call.arrives('ACK');
    if (fails === undefined) return talksAndHangsUp(story, call);
    // Whatever the phone makes of it, the call ends on both sides.
    if (!(await hasEnded(story, call.id))) await story.command({ type: 'hang-up', call: call.id });
    await call.arrives('BYE');
    await story.ended(call.id);
    return undefined;
  },
}));

async function hasEnded(story: Story, id: string): Promise<boolean> {
  return (await story.agent.events()).some((event) => event.type === 'ended' && event.call === id);
}

async function talksAndHangsUp(story: Story, call: Dialled): Promise<void> {
  await call.arrives('ACK');
  await story.agent.event('answered', (event) => event.call === call.id);
  expect(await story.command({ type: 'hang-up', call: call.id })).toEqual({ ok: true });
  await call.arrives('BYE');
  await story.ended(call.id);
}

/** The agent cancels and the 200 crosses the CANCEL (RFC 3261 §9.1, §15). */
const CROSSINGS: readonly (readonly [name: string, cross: (call: Dialled, confirm: () => void) => void])[] = [
  [
    '200 to the INVITE after 200 to the CANCEL',
    (call, confirm) => {
      confirm();
      call.answer();
    },
  ],
  [
    '200 to the INVITE before 200 to the CANCEL',
    (call, confirm) => {
      call.answer();
      confirm();
    },
  ],
  ['200 to the INVITE and nothing to the CANCEL', (call) => call.answer()],
  [
    '200 to the INVITE twice',
    (call, confirm) => {
      call.answer();
      call.answer();
      confirm();
    },
  ],
  [
    '200s of two callees',
    (call, confirm) => {
      call.answer({ branch: 'callee' });
      call.answer({ branch: 'second' });
      confirm();
    },
  ],
];

export const CANCELLED: readonly SipCase[] = [
  ...CROSSINGS.map(
    ([name, cross]): SipCase => ({
      name: `the agent cancels; ${name}: ACK and BYE`,
      rfc: '3261 15',
      firefox: true,
      async story(story) {
        const call = await story.dials('10086');
        call.reply(180);
        await story.agent.event('remote-ringing', (event) => event.call === call.id);
        story.server.handlers.set('CANCEL', (request) =>
          cross(call, () => request.reply(200, { toTag: 'tag-callee' })),
        );
        await story.command({ type: 'hang-up', call: call.id });
        await call.arrives('ACK', 'callee');
        await call.arrives('BYE', 'callee');
        if (name.includes('two callees')) {
          await call.arrives('ACK', 'second');
          await call.arrives('BYE', 'second');
        }
        await story.ended(call.id);
      },
    }),
  ),
  {
    name: 'the agent cancels: 487',
    rfc: '3261 9.1',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180);
      await story.agent.event('remote-ringing', (event) => event.call === call.id);
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('CANCEL');
      await call.arrives('ACK');
      expect((await story.ended(call.id)).end).toEqual({ how: 'cancelled' });
    },
  },
  {
    name: 'the agent cancels before any response',
    rfc: '3261 9.1',
    async story(story) {
      const call = await story.dials('10086');
      await story.command({ type: 'hang-up', call: call.id });
      call.reply(180);
      await call.arrives('CANCEL');
      await story.ended(call.id);
    },
  },
  ...[481, 500].map(
    (status): SipCase => ({
      name: `the agent cancels: ${status} to the CANCEL, 486 to the INVITE`,
      rfc: '3261 9.1',
      async story(story) {
        const call = await story.dials('10086');
        call.reply(180);
        await story.agent.event('remote-ringing', (event) => event.call === call.id);
        story.server.handlers.set('CANCEL', (request) => {
          request.reply(status, { toTag: 'x' });
          call.reply(486);
        });
        await story.command({ type: 'hang-up', call: call.id });
        await call.arrives('ACK');
        await story.ended(call.id);
      },
    }),
  ),
];

export const FORKS: readonly SipCase[] = [
  {
    name: 'a second callee answers too: ACK and BYE on its own dialog',
    rfc: '3261 13.2.2.4',
    firefox: true,
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180, { branch: 'first' });
      call.reply(180, { branch: 'second' });
      call.answer({ branch: 'first' });
      call.answer({ branch: 'second' });
      for (const method of ['ACK', 'BYE']) {
        const request = await call.arrives(method, 'second');
        expect(uriIn(request.start.split(' ')[1] ?? '')).toContain('second@');
        expect(tagIn(headerValue(request, 'to') ?? '')).toBe('tag-second');
      }
      await call.arrives('ACK', 'first');
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE', 'first');
    },
  },
  {
    name: 'three callees answer',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      for (const branch of ['first', 'second', 'third']) call.answer({ branch });
      for (const branch of ['second', 'third']) await call.arrives('BYE', branch);
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE', 'first');
    },
  },
  {
    name: 'a second callee answers after the agent has hung up',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      call.answer({ branch: 'first' });
      await story.agent.event('answered', (event) => event.call === call.id);
      await call.arrives('ACK', 'first');
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE', 'first');
      call.answer({ branch: 'second' });
      await call.arrives('ACK', 'second');
      await call.arrives('BYE', 'second');
    },
  },
  {
    name: 'a 200 that is repeated later is acknowledged again',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      call.answer();
      await story.agent.event('answered', (event) => event.call === call.id);
      await call.arrives('ACK');
      call.answer();
      await story.server.until(
        'second ACK',
        (arrived) =>
          arrived.filter(
            (one) => one.start.startsWith('ACK ') && headerValue(one, 'call-id') === call.callId,
          )[1],
      );
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE');
    },
  },
  {
    name: 'early media of one callee, the answer of another: audio or a clear end',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(183, { branch: 'first', body: answerTo(call.invite.body) });
      const other = answerTo(call.invite.body).replace(/4A:AD/, '5B:BE').replace('uf3A', 'uf3B');
      call.reply(200, { branch: 'second', body: other });
      await call.arrives('ACK', 'second');
      if (!(await hasEnded(story, call.id))) await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE', 'second');
      await story.ended(call.id);
    },
  },
  {
    name: 'BYE of the callee right after its 200',
    rfc: '3261 15.1.2',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180);
      call.answer();
      expect((await call.request('BYE').final()).start).toMatch(/ 200 /);
      await story.ended(call.id);
    },
  },
  {
    name: 'a call breaks after the answer: its end is no refusal',
    rfc: '3261 15',
    async story(story) {
      const call = await story.dials('10086');
      call.answer();
      await call.arrives('ACK');
      await story.agent.event('answered', (event) => event.call === call.id);
      await call.request('BYE', { headers: ['Reason: Q.850;cause=41'] }).status(200);
      expect((await story.ended(call.id)).end.how).not.toMatch(/refused|no-answer|cancelled/);
    },
  },
];
