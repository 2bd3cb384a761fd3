import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { DialledCall } from '../story/dialled-call.ts';
import { PASSWORD } from '../story/open-story.ts';
import type { Story } from '../story/story.ts';
import { isProof } from '../wire/digest.ts';
import { cseqOf, headerValue, tagIn } from '../wire/frame.ts';
import type { Arrived } from '../wire/raw-server.ts';
import { answerTo } from '../wire/sdp.ts';

type Dialled = DialledCall & { readonly id: string };

function rings(call: Dialled, rseq: number, branch = 'callee', more: readonly string[] = []): void {
  const headers = ['Require: 100rel', `RSeq: ${rseq}`, ...more];
  call.reply(183, { branch, headers, body: answerTo(call.invite.body) });
}

function pracks(story: Story, { callId }: Dialled): readonly Arrived[] {
  return story.server.arrived.filter(
    (one) => one.start.startsWith('PRACK ') && headerValue(one, 'call-id') === callId,
  );
}

function accepts(story: Story, status = 200): void {
  story.server.handlers.set('PRACK', (request) => request.reply(status));
}

function prack(story: Story, call: Dialled, rack: string): Promise<Arrived> {
  return story.server.until(`PRACK of ${rack}`, () =>
    pracks(story, call).find((one) => headerValue(one, 'rack') === rack),
  );
}

/** The call is answered, held and ended, with growing numbers. */
async function goesOn(story: Story, call: Dialled): Promise<void> {
  const [invite, last] = [
    cseqOf(call.invite).number,
    Math.max(0, ...pracks(story, call).map((one) => cseqOf(one).number)),
  ];
  call.answer();
  expect(cseqOf(await call.arrives('ACK')).number).toBe(invite);
  await story.agent.event('answered', (event) => event.call === call.id);
  let held = 0;
  story.server.handlers.set('INVITE', (request) => {
    held = cseqOf(request).number;
    request.reply(200, { body: answerTo(request.body) });
  });
  expect(await story.command({ type: 'hold', call: call.id })).toEqual({ ok: true });
  expect(held).toBeGreaterThan(Math.max(invite, last));
  await story.command({ type: 'hang-up', call: call.id });
  expect(cseqOf(await call.arrives('BYE')).number).toBeGreaterThan(held);
  await story.ended(call.id);
}

/** Provisional answers that want a PRACK, though this phone does not offer it (RFC 3262). */
export const RELIABLE_PROVISIONALS: readonly SipCase[] = [
  {
    name: '183 with Require: 100rel gets its PRACK on the dialog, and the numbers go on after it',
    rfc: '3262 4',
    async story(story) {
      accepts(story);
      const call = await story.dials('10086');
      rings(call, 314, 'callee', ['Record-Route: <sip:p2.example.com;lr>, <sip:p1.example.com;lr>']);
      const arrived = await prack(story, call, `314 ${cseqOf(call.invite).number} INVITE`);
      expect(arrived.start).toMatch(/^PRACK sip:callee@/);
      expect(tagIn(headerValue(arrived, 'to') ?? '')).toBe('tag-callee');
      expect(headerValue(arrived, 'route')).toContain('p1.example.com');
      await goesOn(story, call);
    },
  },
  {
    name: 'a reliable 180 and 183 in turn, each twice: one PRACK for each',
    rfc: '3262 4',
    async story(story) {
      accepts(story);
      const call = await story.dials('10086');
      const invite = cseqOf(call.invite).number;
      for (const rseq of [7, 7, 8, 8]) rings(call, rseq);
      await prack(story, call, `7 ${invite} INVITE`);
      await prack(story, call, `8 ${invite} INVITE`);
      await goesOn(story, call);
      const racks = pracks(story, call).map((one) => headerValue(one, 'rack'));
      expect(racks).toEqual([`7 ${invite} INVITE`, `8 ${invite} INVITE`]);
    },
  },
  {
    name: 'one that comes too soon is confirmed when it is repeated in its turn',
    rfc: '3262 4',
    async story(story) {
      accepts(story);
      const call = await story.dials('10086');
      const invite = cseqOf(call.invite).number;
      for (const rseq of [1, 3, 2, 3]) rings(call, rseq);
      await prack(story, call, `3 ${invite} INVITE`);
      expect(pracks(story, call).map((one) => headerValue(one, 'rack')?.[0])).toEqual(['1', '2', '3']);
      await goesOn(story, call);
    },
  },
  {
    name: 'two branches: PRACK on the dialog of each, and the BYE of the second counts on',
    rfc: '3262 4',
    async story(story) {
      accepts(story);
      const call = await story.dials('10086');
      const invite = cseqOf(call.invite).number;
      rings(call, 1, 'callee');
      rings(call, 900, 'other');
      await prack(story, call, `1 ${invite} INVITE`);
      const other = await prack(story, call, `900 ${invite} INVITE`);
      expect(tagIn(headerValue(other, 'to') ?? '')).toBe('tag-other');
      call.answer();
      await call.arrives('ACK', 'callee');
      call.answer({ branch: 'other' });
      expect(cseqOf(await call.arrives('ACK', 'other')).number).toBe(invite);
      expect(cseqOf(await call.arrives('BYE', 'other')).number).toBeGreaterThan(cseqOf(other).number);
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE', 'callee');
    },
  },
  {
    name: 'a PRACK that is asked for the password',
    rfc: '3261 22.3',
    async story(story) {
      story.server.handlers.set('PRACK', (request) => {
        const authorization = headerValue(request, 'proxy-authorization');
        if (authorization !== undefined) request.reply(200);
        else
          request.reply(407, {
            headers: ['Proxy-Authenticate: Digest realm="example.com", nonce="p1", qop="auth"'],
          });
      });
      const call = await story.dials('10086');
      rings(call, 1);
      const proved = await story.server.until('PRACK with a proof', () =>
        pracks(story, call).find((one) => headerValue(one, 'proxy-authorization') !== undefined),
      );
      const authorization = headerValue(proved, 'proxy-authorization') ?? '';
      const proof = {
        authorization,
        method: 'PRACK',
        user: 'agent',
        password: PASSWORD,
        algorithm: 'MD5',
      } as const;
      expect(isProof(proof)).toBe(true);
      await goesOn(story, call);
    },
  },
  ...([481, 500, null] as const).map(
    (status): SipCase => ({
      name: `a PRACK that meets ${status ?? 'no answer'} changes nothing`,
      rfc: '3262 4',
      async story(story) {
        if (status !== null) accepts(story, status);
        const call = await story.dials('10086');
        rings(call, 1);
        await prack(story, call, `1 ${cseqOf(call.invite).number} INVITE`);
        await goesOn(story, call);
      },
    }),
  ),
  ...['RSeq: 0', 'RSeq: 4294967296', 'RSeq: x', 'X-None: 1'].map(
    (line): SipCase => ({
      name: `Require: 100rel with ${line} gets no PRACK and harms nothing`,
      rfc: '3262 7.1',
      async story(story) {
        const call = await story.dials('10086');
        call.reply(180, { headers: ['Require: 100rel', line] });
        await story.agent.event('remote-ringing', (event) => event.call === call.id);
        await goesOn(story, call);
        expect(pracks(story, call)).toEqual([]);
      },
    }),
  ),
  {
    name: 'a reliable 183, and the agent cancels',
    rfc: '3262 4',
    async story(story) {
      accepts(story);
      const call = await story.dials('10086');
      rings(call, 1);
      await prack(story, call, `1 ${cseqOf(call.invite).number} INVITE`);
      await story.command({ type: 'hang-up', call: call.id });
      expect(cseqOf(await call.arrives('CANCEL')).number).toBe(cseqOf(call.invite).number);
      call.reply(487);
      await call.arrives('ACK');
      await story.ended(call.id);
    },
  },
];
