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

/** What a phone system answers to REFER that it does not carry out. */
const REFUSALS = [400, 403, 404, 405, 408, 420, 480, 481, 486, 500, 501, 503, 603];

const REFUSED: readonly SipCase[] = REFUSALS.map((status) => ({
  name: `REFER is refused by ${status}: the status is reported, and the call goes on`,
  rfc: '3515 2.4.2',
  async story(story) {
    const call = await story.talks();
    const id = call.ringing.call;
    story.server.handlers.set('REFER', (refer) => refer.reply(status, { toTag: 'server' }));
    expect(await story.command({ type: 'transfer-blind', call: id, target: '8001' })).toEqual({
      ...{ ok: false, reason: 'refused-by-remote', sipStatus: status },
    });
    await story.agent.event('transfer-failed', (event) => event.call === id && event.sipStatus === status);
    expect(statusOf(await notify(call, OVER, 'SIP/2.0 200 OK'))).toBe(481);
    expect(await story.command({ type: 'hold', call: id })).toEqual({ ok: true });
    await story.hangsUp(call);
  },
}));

/** REFER is accepted, and what a phone system then does instead of its NOTIFYs. */
const WITHOUT_OUTCOME: readonly SipCase[] = [
  {
    name: 'REFER is accepted, and BYE comes without a NOTIFY: transferred',
    rfc: '5589 6.1',
    async story(story) {
      const call = await transfers(story);
      await call.bye().status(200);
      expect((await story.ended(call.id)).end).toEqual({ how: 'transferred', target: '8001' });
      expect(statusOf(await notify(call, OVER, 'SIP/2.0 200 OK'))).toBe(481);
    },
  },
  {
    name: 'BYE while the target rings: the caller gave up',
    rfc: '5589 6.1',
    async story(story) {
      const call = await transfers(story);
      await notify(call, ACTIVE, 'SIP/2.0 180 Ringing');
      await call.bye().status(200);
      expect((await story.ended(call.id)).end).toEqual({ how: 'hung-up', by: 'remote-party' });
    },
  },
  {
    name: 'the agent hangs up while the transfer is under way',
    rfc: '5589 6.1',
    async story(story) {
      const call = await transfers(story);
      expect(await story.command({ type: 'hang-up', call: call.id })).toEqual({ ok: true });
      expect((await story.ended(call.id)).end).toEqual({ how: 'hung-up', by: 'agent' });
      expect(statusOf(await notify(call, OVER, 'SIP/2.0 486 Busy Here'))).toBe(481);
    },
  },
  {
    name: 'the NOTIFY never comes: the agent learns that it failed; a late one still counts',
    rfc: '3515 2.4.4',
    settings: { hurry: 40 },
    async story(story) {
      const call = await transfers(story);
      await story.agent.event('transfer-failed', (event) => event.sipStatus === null);
      expect(statusOf(await notify(call, OVER, 'SIP/2.0 200 OK'))).toBe(200);
      expect((await story.ended(call.id)).end).toEqual({ how: 'transferred', target: '8001' });
    },
  },
];

/** The outcome of a transfer, in every form: the agent sees it at once. */
export const TRANSFERS: readonly SipCase[] = [
  ...REFUSED,
  ...WITHOUT_OUTCOME,
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
];
