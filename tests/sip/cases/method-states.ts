import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import type { Story } from '../story/story.ts';
import { headerValue, statusOf } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';
import type { SentRequest } from '../wire/sent-request.ts';
import type { RequestParts } from '../wire/write-request.ts';

type Ask = (method: string, parts?: RequestParts) => SentRequest;

/** A state of the phone, in which `ask` sends requests; `leave` ends the call. */
type Enter = (story: Story) => Promise<{ readonly ask: Ask; readonly leave: () => Promise<void> }>;

const UNKNOWN = { to: '<sip:agent@example.com>;tag=unknown' };

const outside =
  (parts: RequestParts): Enter =>
  async (story) => ({
    ask: (method, more) => story.request({ method, ...parts, ...more }),
    leave: async () => {},
  });

const talking: Enter = async (story) => {
  const call = await story.talks();
  return {
    ask: (method, parts) => call.request(method, parts),
    leave: async () => void (await story.hangsUp(call)),
  };
};

const STATES = {
  'no dialog': outside({}),
  'an unknown dialog': outside(UNKNOWN),
  ringing: async (story) => {
    const call = await story.rings();
    return {
      ask: (method, parts) => call.request(method, parts),
      async leave() {
        await story.answers(call);
        await story.hangsUp(call);
      },
    };
  },
  'ringing at the other side': async (story) => {
    const call = await story.dials('10086');
    call.reply(180);
    await story.agent.event('remote-ringing', (event) => event.call === call.id);
    return {
      ask: (method, parts) => call.request(method, parts),
      async leave() {
        call.answer();
        await call.arrives('ACK');
        await call.request('BYE').status(200);
        await story.ended(call.id);
      },
    };
  },
  'before the ACK': async (story) => {
    const call = await story.rings();
    await story.command({ type: 'answer', call: call.ringing.call });
    await call.isAnswered(false);
    return {
      ask: (method, parts) => call.request(method, parts),
      async leave() {
        call.ack();
        await story.hangsUp(call);
      },
    };
  },
  talking,
  'held by the agent': async (story) => {
    const call = await story.talks();
    expect(await story.command({ type: 'hold', call: call.ringing.call })).toEqual({ ok: true });
    return {
      ask: (method, parts) => call.request(method, parts),
      leave: async () => void (await story.hangsUp(call)),
    };
  },
  'held by the other side': async (story) => {
    const call = await story.talks();
    expect(statusOf(await call.reinvite(webrtcSdp({ direction: 'sendonly' })))).toBe(200);
    return {
      ask: (method, parts) => call.request(method, parts),
      leave: async () => void (await story.hangsUp(call)),
    };
  },
  'changed by the agent': async (story) => {
    const call = await story.talks();
    story.server.handlers.set('INVITE', (request) => request.reply(100));
    void story.command({ type: 'hold', call: call.ringing.call });
    await story.server.until('re-INVITE of the phone', (arrived) =>
      arrived.find((one) => one.start.startsWith('INVITE ') && headerValue(one, 'call-id') === call.callId),
    );
    return {
      ask: (method, parts) => call.request(method, parts),
      leave: async () => void (await story.hangsUp(call)),
    };
  },
  over: async (story) => {
    const call = await story.talks();
    await story.hangsUp(call);
    return { ask: (method, parts) => call.request(method, parts), leave: async () => {} };
  },
  'hung up by the agent': async (story) => {
    const call = await story.talks();
    await story.command({ type: 'hang-up', call: call.ringing.call });
    await story.server.until('BYE of the phone', (arrived) =>
      arrived.find((one) => one.start.startsWith('BYE ') && headerValue(one, 'call-id') === call.callId),
    );
    return { ask: (method, parts) => call.request(method, parts), leave: async () => {} };
  },
} satisfies Record<string, Enter>;

type State = keyof typeof STATES;

interface Row {
  readonly sends: RequestParts & { readonly method: string };
  /** What is answered, where the states do not differ or `but` says nothing else. */
  readonly status: number;
  readonly but?: Partial<Record<State, number>>;
  /** The response must have this header. */
  readonly names?: string;
  /** Not sent in these states, where it means something else. */
  readonly not?: readonly State[];
}

const OFFER = { body: webrtcSdp() };
const TO = 'Refer-To: <sip:10086@example.com>';
const TIMER = ['Supported: timer', 'Session-Expires: 30'];

/** Dialogs that the phone does not have, or not any more. */
const gone = (status: number) => ({
  'no dialog': status,
  'an unknown dialog': status,
  over: status,
  'hung up by the agent': status,
});
/** RFC 3261 §14.2, RFC 3311 §5.2: no second offer before the first one has its answer. */
const unanswered = { ringing: 500, 'ringing at the other side': 491, 'before the ACK': 500 };

/** Method by method, in the order in which they may come; BYE ends the story. */
const ROWS: Readonly<Record<string, Row>> = {
  OPTIONS: { sends: { method: 'OPTIONS' }, status: 200, but: { ...gone(481), 'no dialog': 200 } },
  INFO: { sends: { method: 'INFO' }, status: 200, but: gone(481) },
  'INFO with a tone': {
    sends: { method: 'INFO', contentType: 'application/dtmf-relay', body: 'Signal=5\r\nDuration=160\r\n' },
    status: 200,
    but: gone(481),
  },
  'INFO of a package': {
    sends: { method: 'INFO', headers: ['Info-Package: nobody'], contentType: 'text/plain', body: 'x' },
    status: 469,
    but: gone(481),
    names: 'recv-info',
  },
  REFER: { sends: { method: 'REFER', headers: [TO] }, status: 603, but: { ...gone(481), 'no dialog': 603 } },
  'REFER to nobody': { sends: { method: 'REFER' }, status: 400 },
  'REFER to two': { sends: { method: 'REFER', headers: [TO, TO] }, status: 400 },
  'NOTIFY of a transfer': {
    sends: {
      method: 'NOTIFY',
      headers: ['Event: refer', 'Subscription-State: terminated;reason=noresource'],
      contentType: 'message/sipfrag',
      body: 'SIP/2.0 200 OK\r\n',
    },
    status: 481,
  },
  'NOTIFY of an unknown event': {
    sends: { method: 'NOTIFY', headers: ['Event: talk', 'Subscription-State: active'] },
    status: 489,
    but: { ...gone(481), 'no dialog': 489 },
    names: 'allow-events',
  },
  'NOTIFY of no event': {
    sends: { method: 'NOTIFY' },
    status: 489,
    but: { ...gone(481), 'no dialog': 489 },
    names: 'allow-events',
  },
  MESSAGE: {
    sends: { method: 'MESSAGE', contentType: 'text/plain', body: 'x' },
    status: 405,
    names: 'allow',
  },
  SUBSCRIBE: { sends: { method: 'SUBSCRIBE', headers: ['Event: dialog'] }, status: 405, names: 'allow' },
  PUBLISH: { sends: { method: 'PUBLISH', headers: ['Event: presence'] }, status: 405, names: 'allow' },
  PRACK: { sends: { method: 'PRACK', headers: ['RAck: 1 1 INVITE'] }, status: 405, names: 'allow' },
  REGISTER: { sends: { method: 'REGISTER' }, status: 405, names: 'allow' },
  'an unknown method': { sends: { method: 'NEWMETHOD' }, status: 501, names: 'allow' },
  'a required extension': {
    sends: { method: 'UPDATE', headers: ['Require: precondition'] },
    status: 420,
    names: 'unsupported',
  },
  'CANCEL of nothing': { sends: { method: 'CANCEL' }, status: 481 },
  UPDATE: { sends: { method: 'UPDATE' }, status: 200, but: gone(481) },
  'UPDATE with an offer': {
    sends: { method: 'UPDATE', ...OFFER },
    status: 200,
    but: { ...gone(481), ...unanswered, 'changed by the agent': 491 },
  },
  'UPDATE without a common codec': {
    sends: { method: 'UPDATE', body: webrtcSdp({ codecs: ['18', 'a=rtpmap:18 G729/8000'] }) },
    status: 488,
    but: gone(481),
    // The offer before this one has no answer there.
    not: ['ringing', 'ringing at the other side', 'before the ACK', 'changed by the agent'],
  },
  'UPDATE with a short session': {
    sends: { method: 'UPDATE', headers: TIMER },
    status: 422,
    but: gone(481),
    names: 'min-se',
  },
  're-INVITE': {
    sends: { method: 'INVITE', ...OFFER },
    status: 200,
    but: { ...gone(481), ...unanswered, 'before the ACK': 491, 'changed by the agent': 491 },
    not: ['no dialog'],
  },
  'INVITE with a short session': {
    sends: { method: 'INVITE', headers: TIMER, ...OFFER },
    status: 422,
    but: { ...gone(481), 'no dialog': 422 },
    names: 'min-se',
  },
  'INVITE that replaces, inside a call': {
    sends: { method: 'INVITE', headers: ['Replaces: a@b;to-tag=1;from-tag=2'], ...OFFER },
    status: 400,
    but: { 'no dialog': 481 },
  },
  'BYE that replaces': {
    sends: { method: 'BYE', headers: ['Replaces: a@b;to-tag=1;from-tag=2'] },
    status: 400,
  },
};

/** Every method in every state of a call: one final answer, and the call goes on as it was. */
export const METHOD_STATES: readonly SipCase[] = (Object.keys(STATES) as State[]).map((state) => ({
  name: `every method, ${state}`,
  rfc: '3261 8.2, 12.2.2',
  async story(story) {
    const { ask, leave } = await STATES[state](story);
    const answered: Record<string, number | null> = {};
    const expected: Record<string, number> = {};
    for (const [name, { sends, status, but, names, not }] of Object.entries(ROWS)) {
      if (not?.includes(state)) continue;
      const { method, ...parts } = sends;
      const final = await ask(method, parts).final();
      answered[name] = statusOf(final);
      expected[name] = but?.[state] ?? status;
      if (names !== undefined && statusOf(final) === status)
        expect(headerValue(final, names), `${name}: ${names}`).toBeDefined();
    }
    expect(answered).toEqual(expected);
    await leave();
  },
}));

/** The two methods that end a call, in every state of it. */
export const ENDING_METHODS: readonly SipCase[] = (
  [
    ['no dialog', 481],
    ['an unknown dialog', 481],
    ['ringing at the other side', 200],
    ['talking', 200],
    ['before the ACK', 200],
    ['held by the agent', 200],
    ['held by the other side', 200],
    ['changed by the agent', 200],
    ['over', 481],
    ['hung up by the agent', 481],
  ] as const
).map(([state, status]) => ({
  name: `BYE, ${state}: ${status}`,
  rfc: '3261 15.1.2',
  async story(story) {
    const { ask } = await STATES[state](story);
    expect(statusOf(await ask('BYE').final())).toBe(status);
    if (state !== 'ringing at the other side') return;
    const [dialled] = (await story.agent.fold()).phone.calls.slice(-1);
    await story.command({ type: 'hang-up', call: dialled?.id ?? '' });
  },
}));
