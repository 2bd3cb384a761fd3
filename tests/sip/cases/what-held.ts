import { expect } from 'vitest';
import { rawCase, type SipCase } from '../sip-case.ts';
import { headerValue, statusOf, tagIn } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';

/** Reason headers of a CANCEL, and the end that the agent sees (RFC 3326). */
const REASONS: readonly (readonly [reason: string | null, how: 'given-up' | 'answered-elsewhere'])[] = [
  [null, 'given-up'],
  ['SIP;cause=200;text="Call completed elsewhere"', 'answered-elsewhere'],
  ['SIP ;cause=200 ;text="Call completed elsewhere"', 'answered-elsewhere'],
  ['SIP; text="elsewhere"; cause=200', 'answered-elsewhere'],
  ['sip;CAUSE=200', 'answered-elsewhere'],
  ['Q.850;cause=26', 'answered-elsewhere'],
  ['Q.850;cause=16, SIP;cause=200', 'answered-elsewhere'],
  ['Q.850;cause=16;text="cause=200"', 'given-up'],
  ['SIP;cause=487;text="Request terminated"', 'given-up'],
  ['Q.850;cause=16', 'given-up'],
  ['SIP;cause=2000', 'given-up'],
  [';;;', 'given-up'],
];

export const CANCELS: readonly SipCase[] = REASONS.map(([reason, how]) => ({
  name: `CANCEL with ${reason === null ? 'no Reason' : `Reason: ${reason}`}`,
  rfc: '3326 2',
  async story(story) {
    const call = await story.rings();
    await call.cancel(...(reason === null ? [] : [`Reason: ${reason}`])).status(200);
    await call.invite.status(487);
    call.ack();
    expect((await story.ended(call.ringing.call)).end).toEqual({ how });
  },
}));

export const REJECTS: readonly SipCase[] = ([480, 486, 603] as const).map((sipStatus) => ({
  name: `the agent rejects with ${sipStatus}`,
  rfc: '3261 21.4.19',
  async story(story) {
    const call = await story.rings();
    await story.command({ type: 'reject', call: call.ringing.call, sipStatus });
    await call.invite.status(sipStatus);
    call.ack();
    expect((await story.ended(call.ringing.call)).end).toEqual({ how: 'rejected', sipStatus });
  },
}));

export const WHAT_HELD: readonly SipCase[] = [
  rawCase({
    name: 'an ordinary call',
    rfc: '3261 13.3.1',
    firefox: true,
    sends: {},
    mustAnswer: 'ring',
    agentSees: { remoteParty: { number: '13900000001', displayName: null } },
  }),
  {
    name: 'the agent dials, talks, holds, resumes and hangs up',
    rfc: '3261 13.2',
    firefox: true,
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180);
      call.answer();
      await call.arrives('ACK');
      await story.agent.event('answered', (event) => event.call === call.id);
      expect(await story.command({ type: 'hold', call: call.id })).toEqual({ ok: true });
      expect(await story.command({ type: 'resume', call: call.id })).toEqual({ ok: true });
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE');
    },
  },
  {
    name: 'an INVITE that is repeated while it rings, and after the answer, rings once',
    rfc: '3261 17.2.1',
    async story(story) {
      const call = await story.rings();
      story.send(call.invite.frame.text);
      story.send(call.invite.frame.text);
      await story.answers(call);
      story.send(call.invite.frame.text);
      await story.hangsUp(call);
      const rung = (await story.agent.events()).filter(
        (event) => event.type === 'ringing' && event.call.startsWith(call.ringing.call),
      );
      expect(rung).toHaveLength(1);
    },
  },
  {
    name: 'the same INVITE through another proxy: 482, and one ring',
    rfc: '3261 8.2.2.2',
    async story(story) {
      const call = await story.rings();
      const merged = call.invite.frame.text.replace(/branch=\S+/, 'branch=z9hG4bKmerged');
      await story.request(merged).status(482);
      const rung = (await story.agent.fold()).phone.calls.filter(({ state }) => state === 'ringing');
      expect(rung).toHaveLength(1);
      await story.answers(call);
      await story.hangsUp(call);
    },
  },
  {
    name: 'a BYE that is repeated is answered again',
    rfc: '3261 17.2.2',
    async story(story) {
      const call = await story.talks();
      const bye = call.bye();
      await bye.status(200);
      story.send(bye.frame.text);
      await story.server.until('second response to BYE', () => bye.responses()[1]);
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'a CANCEL that is repeated, and one that comes after the answer',
    rfc: '3261 9.2',
    async story(story) {
      const call = await story.rings();
      const cancel = call.cancel();
      await cancel.status(200);
      story.send(cancel.frame.text);
      await call.invite.status(487);
      call.ack();
      const next = await story.talks();
      await next.cancel().final();
      expect(statusOf(await next.reinvite(webrtcSdp()))).toBe(200);
      await story.hangsUp(next);
    },
  },
  {
    name: 'the 200 is repeated until the ACK comes',
    rfc: '3261 13.3.1.4',
    async story(story) {
      const call = await story.rings();
      await story.command({ type: 'answer', call: call.ringing.call });
      await story.server.until(
        'second 200',
        () => call.invite.responses().filter((one) => statusOf(one) === 200)[1],
      );
      call.ack();
      await story.hangsUp(call);
    },
  },
  {
    name: 'BYE instead of ACK',
    rfc: '3261 13.3.1.4',
    async story(story) {
      const call = await story.rings();
      await story.command({ type: 'answer', call: call.ringing.call });
      await call.isAnswered(false);
      await call.bye().status(200);
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'CANCEL crosses the answer',
    rfc: '3261 9.2',
    async story(story) {
      const call = await story.rings();
      await story.command({ type: 'answer', call: call.ringing.call });
      await call.invite.status(200);
      await call.cancel().final();
      call.ack();
      await story.hangsUp(call);
    },
  },
  {
    name: 'the caller gives up while the agent answers',
    rfc: '3261 9.2',
    async story(story) {
      const call = await story.rings();
      const answering = story.command({ type: 'answer', call: call.ringing.call });
      await call.cancel().final();
      await answering;
      const final = await call.invite.final();
      call.ack();
      if (statusOf(final) === 200) await call.bye().final();
      await story.ended(call.ringing.call);
    },
  },
  {
    name: 'every response in a call has the same tag',
    rfc: '3261 8.2.6.2',
    async story(story) {
      const call = await story.talks();
      const tags = call.invite
        .responses()
        .filter((one) => (statusOf(one) ?? 0) > 100)
        .map((one) => tagIn(headerValue(one, 'to') ?? ''));
      expect(new Set(tags).size).toBe(1);
      await story.hangsUp(call);
    },
  },
  {
    name: 'Record-Route comes back in the answer, and is the route of our BYE',
    rfc: '3261 12.1.1',
    async story(story) {
      const routes = ['<sip:p2.example.com;lr;r2=on>', '<sip:p1.example.com;transport=ws;lr;ftag=x>'];
      const call = await story.talks({ headers: [`Record-Route: ${routes.join(', ')}`] });
      const ok = await call.invite.status(200);
      expect(headerValue(ok, 'record-route')?.replaceAll(' ', '')).toContain(routes[0]?.replaceAll(' ', ''));
      await story.command({ type: 'hang-up', call: call.ringing.call });
      const bye = await story.server.until('BYE', (arrived) =>
        arrived.find((one) => one.start.startsWith('BYE ') && headerValue(one, 'call-id') === call.callId),
      );
      expect(headerValue(bye, 'route')).toContain('p2.example.com');
    },
  },
  {
    name: 'two calls: one talks, the other waits, and each ends by itself',
    rfc: '3261 13.3.1',
    async story(story) {
      const first = await story.talks();
      const second = await story.rings();
      await second.cancel().status(200);
      second.ack();
      const third = await story.rings();
      await story.answers(third);
      await story.hangsUp(first);
      await story.hangsUp(third);
    },
  },
  ...(['cut', 'close'] as const).flatMap((how) =>
    (['ringing', 'talking', 'dialling', 'holding'] as const).map(
      (state): SipCase => ({
        name: `the connection is ${how === 'cut' ? 'reset' : 'closed'} while the agent is ${state}`,
        rfc: '7118 5',
        async story(story) {
          if (state === 'dialling') (await story.dials('10086')).reply(180);
          else if (state === 'ringing') await story.rings();
          else {
            const call = await story.talks();
            if (state === 'holding') void story.command({ type: 'hold', call: call.ringing.call });
          }
          const before = story.server.links.length;
          // What was asked over this connection cannot be answered any more.
          story.forgetRequests();
          story.server.link[how]();
          await story.agent.event('registration-lost');
          await story.server.until('new connection', () =>
            story.server.links.length > before ? true : undefined,
          );
          await story.isRegistered();
          for (const { id, state: now } of (await story.agent.fold()).phone.calls)
            if (now !== 'ended') await story.command({ type: 'hang-up', call: id });
        },
      }),
    ),
  ),
];
