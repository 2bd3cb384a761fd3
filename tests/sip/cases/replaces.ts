import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { Story } from '../story/story.ts';
import { type Frame, headerValue, statusOf, tagIn } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';

/** Replaces for a call, by a response of the phone. */
function replaces(message: Frame, more = ''): { readonly headers: readonly string[] } {
  const tag = (name: string) => tagIn(headerValue(message, name) ?? '') ?? '';
  const callId = headerValue(message, 'call-id') ?? '';
  return { headers: [`Replaces: ${callId};to-tag=${tag('to')};from-tag=${tag('from')}${more}`] };
}

/** The new call is answered by itself and the old one ended. */
async function replacesIt(story: Story, old: string, parts: { readonly headers: readonly string[] }) {
  const call = story.invites(parts);
  await call.isAnswered();
  const ended = await story.ended(old);
  const { call: id } = await story.agent.event('answered', (event) => event.call !== old);
  expect((await story.agent.fold()).phone.calls.find((one) => one.id === id)?.state).toBe('established');
  await call.bye().status(200);
  await story.ended(id);
  return ended.end;
}

/** RFC 3891 §3: which call may be replaced by another, and what is answered where none may. */
export const REPLACED_CALLS: readonly SipCase[] = [
  {
    name: 'Replaces of a call that is up: the new one takes over',
    rfc: '3891 3',
    async story(story) {
      const old = await story.talks();
      const ok = await old.invite.status(200);
      expect(await replacesIt(story, old.ringing.call, replaces(ok))).toEqual({
        how: 'hung-up',
        by: 'remote-party',
      });
    },
  },
  {
    name: 'the replaced party hangs up before the new call is confirmed',
    rfc: '3891 3',
    async story(story) {
      const old = await story.talks();
      const call = await story.rings(replaces(await old.invite.status(200)));
      await call.isAnswered(false);
      await story.hangsUp(old);
      call.ack();
      expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
      const hold = { type: 'hold', call: call.ringing.call } as const;
      expect(await story.command(hold)).toEqual({ ok: true });
      await story.hangsUp(call);
    },
  },
  {
    name: 'Replaces of a call whose ACK has not come',
    rfc: '3891 3',
    async story(story) {
      const old = await story.rings();
      await story.command({ type: 'answer', call: old.ringing.call });
      const ok = await old.isAnswered(false);
      await story.agent.event('answered', (event) => event.call === old.ringing.call);
      const call = await story.rings(replaces(ok));
      old.ack();
      await call.isAnswered();
      await story.ended(old.ringing.call);
      await story.hangsUp(call);
    },
  },
  {
    name: 'Replaces of a call that rings at the other side: replaced, and cancelled',
    rfc: '3891 3',
    async story(story) {
      const old = await story.dials('10086');
      old.reply(180);
      await story.agent.event('remote-ringing', (event) => event.call === old.id);
      const early = replacesDialled(old.invite, ';early-only');
      expect(await replacesIt(story, old.id, early)).toEqual({ how: 'cancelled' });
      await old.arrives('CANCEL');
    },
  },
  {
    name: 'early-only, of a call that is up: 486, and it goes on',
    rfc: '3891 3',
    async story(story) {
      const old = await story.talks();
      const call = story.invites(replaces(await old.invite.status(200), ';early-only'));
      await call.invite.status(486);
      call.ack();
      expect(statusOf(await old.reinvite(webrtcSdp()))).toBe(200);
      await story.hangsUp(old);
    },
  },
  {
    name: 'Replaces of a call that rings here: 481, and it rings on',
    rfc: '3891 3',
    async story(story) {
      const old = await story.rings();
      const call = story.invites(replaces(await old.invite.status(180)));
      await call.invite.status(481);
      call.ack();
      await story.answers(old);
      await story.hangsUp(old);
    },
  },
  {
    name: 'Replaces of a call that is over: 603',
    rfc: '3891 3',
    async story(story) {
      const old = await story.talks();
      const ok = await old.invite.status(200);
      await story.hangsUp(old);
      const call = story.invites(replaces(ok));
      await call.invite.status(603);
      call.ack();
    },
  },
];

/** The callee of {@link DialledCall} has the tag `tag-callee`. */
function replacesDialled(invite: Frame, more: string): { readonly headers: readonly string[] } {
  const tag = tagIn(headerValue(invite, 'from') ?? '') ?? '';
  const callId = headerValue(invite, 'call-id') ?? '';
  return { headers: [`Replaces: ${callId};to-tag=${tag};from-tag=tag-callee${more}`] };
}
