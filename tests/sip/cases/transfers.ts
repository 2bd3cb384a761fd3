import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { RawCall } from '../story/raw-call.ts';
import type { Story } from '../story/story.ts';
import { headerValue, statusOf } from '../wire/frame.ts';

const ACTIVE = 'Subscription-State: active;expires=60';
const OVER = 'Subscription-State: terminated;reason=noresource';

async function transfers(story: Story) {
  const call = await story.talks();
  const id = call.ringing.call;
  expect(await story.command({ type: 'transfer-blind', call: id, target: '8001' })).toEqual({ ok: true });
  return Object.assign(call, { id });
}

const notify = (call: RawCall, state: string, body: string, event = 'Event: refer') =>
  call
    .request('NOTIFY', {
      headers: [event, state],
      ...(body === '' ? {} : { contentType: 'message/sipfrag;version=2.0', body }),
    })
    .final();

/** RFC 3515 §2.4.5, as phone systems write it. */
const SUCCESSES: readonly (readonly [name: string, body: string])[] = [
  ['as the RFC has it', 'SIP/2.0 200 OK\r\n'],
  ['without the line end', 'SIP/2.0 200 OK'],
  ['without a reason', 'SIP/2.0 200'],
  ['without a reason, with its space', 'SIP/2.0 200 \r\n'],
  ['with bare line feeds and headers', 'SIP/2.0 200 OK\nContact: <sip:8001@pbx>\n'],
  ['in small letters', 'sip/2.0 200 ok\r\n'],
  ['after an empty line', '\r\nSIP/2.0 200 OK\r\n'],
  ['with a reason in Chinese', 'SIP/2.0 200 已接通\r\n'],
];

/** The outcome of a transfer, in every form: the agent sees it at once. */
export const TRANSFERS: readonly SipCase[] = [
  ...SUCCESSES.map(
    ([name, body]): SipCase => ({
      name: `a transfer succeeds, and says so ${name}`,
      rfc: '3515 2.4.5',
      async story(story) {
        const call = await transfers(story);
        expect(statusOf(await notify(call, ACTIVE, 'SIP/2.0 100 Trying'))).toBe(200);
        expect(statusOf(await notify(call, OVER, body))).toBe(200);
        expect((await story.ended(call.id)).end).toMatchObject({ how: 'transferred', target: '8001' });
      },
    }),
  ),
  ...(
    [
      ['busy', 'SIP/2.0 486 Busy Here', 486],
      ['busy, without a reason', 'SIP/2.0 486', 486],
      ['nothing at all', '', 500],
    ] as const
  ).map(
    ([name, body, sipStatus]): SipCase => ({
      name: `a transfer ends with ${name}: the call goes on`,
      rfc: '3515 2.4.5',
      async story(story) {
        const call = await transfers(story);
        await notify(call, OVER, body);
        await story.agent.event('transfer-failed', (event) => event.sipStatus === sipStatus);
        await story.hangsUp(call);
      },
    }),
  ),
  {
    name: 'the outcome comes before the answer to REFER',
    rfc: '3515 2.4.4',
    async story(story) {
      const call = await story.talks();
      story.server.handlers.set('REFER', (refer) => {
        void notify(call, OVER, 'SIP/2.0 200 OK');
        refer.reply(202, { toTag: 'server' });
      });
      await story.command({ type: 'transfer-blind', call: call.ringing.call, target: '8001' });
      expect((await story.ended(call.ringing.call)).end).toMatchObject({ how: 'transferred' });
    },
  },
  {
    name: 'the event names the id of its REFER',
    rfc: '3515 2.4.6',
    async story(story) {
      const call = await transfers(story);
      const refer = story.server.arrived.findLast(({ start }) => start.startsWith('REFER '));
      const id = Number.parseInt(refer === undefined ? '' : (headerValue(refer, 'cseq') ?? ''), 10);
      expect(statusOf(await notify(call, OVER, 'SIP/2.0 200 OK', `Event: refer;id=${id}`))).toBe(200);
      expect((await story.ended(call.id)).end).toMatchObject({ how: 'transferred' });
    },
  },
  {
    name: 'the id of another REFER: 481, and the call goes on',
    rfc: '3515 2.4.6',
    async story(story) {
      const call = await transfers(story);
      expect(statusOf(await notify(call, OVER, 'SIP/2.0 200 OK', 'Event: refer;id=99'))).toBe(481);
      await notify(call, OVER, 'SIP/2.0 200 OK');
      await story.ended(call.id);
    },
  },
  {
    name: 'the other side hangs up while the transfer is under way',
    rfc: '5589 6.1',
    async story(story) {
      const call = await transfers(story);
      await call.bye().status(200);
      await story.ended(call.id);
    },
  },
];
