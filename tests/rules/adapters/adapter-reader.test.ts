import { afterEach, describe, expect, it } from 'vitest';
import { adapterStory, adapterWith } from './adapter-story.ts';

const RULES = [
  {
    when: [{ path: 'type', is: 'ring' }],
    event: 'ringing',
    call: 'id',
    number: 'from',
    name: 'who',
    queue: 'group',
  },
  { when: [{ path: 'type', is: 'dial' }], event: 'dialling', call: 'id', number: 'to' },
  { when: [{ path: 'type', is: 'alert' }], event: 'remote-ringing', call: 'id' },
  { when: [{ path: 'type', is: ['talk', 7] }], event: 'answered', call: 'id', number: 'from' },
  { when: [{ path: 'type', is: 'hold' }], event: 'held', call: 'id' },
  { when: [{ path: 'type', is: 'unhold' }], event: 'resumed', call: 'id' },
  { when: [{ path: 'type', is: 'mute' }], event: 'muted', call: 'id' },
  { when: [{ path: 'type', is: 'ready' }], event: 'ready' },
  { when: [{ path: 'type', is: 'leave' }], event: 'not-ready' },
  { when: [{ path: 'type', is: 'elsewhere' }], event: 'answered-elsewhere', call: 'id' },
  {
    when: [{ path: 'type', contains: 'end' }],
    event: 'ended',
    call: 'id',
    hungUpBy: { path: 'by', agent: 'seat', remote: 'user' },
  },
];
const JSON_INPUT = { kind: 'message', via: ['web-socket'], rules: RULES };
const story = (input: object = JSON_INPUT) => {
  made = adapterStory(adapterWith(input));
  return made;
};
let made: ReturnType<typeof adapterStory> | null = null;

afterEach(() => {
  expect(made?.impossible ?? []).toEqual([]);
  made = null;
});

describe('a call of an adapter', () => {
  it('rings, is answered, held, muted and ended by the side that hung up', () => {
    const { say, shown, events } = story();
    say({ type: 'ring', id: 1, from: '13900001234', who: 'Li', group: '售后' });
    say({ type: 'talk', id: 1 });
    say({ type: 'hold', id: 1 });
    say({ type: 'unhold', id: 1 });
    say({ type: 'mute', id: 1 });
    say({ type: 'ended', id: 1, by: 'seat' });
    expect(shown()).toEqual([
      ...['ringing 13900001234', 'answered', 'held local', 'resumed local', 'muted', 'ended hung-up agent'],
    ]);
    expect(events[0]).toMatchObject({
      remoteParty: { displayName: 'Li' },
      calledNumbers: ['售后'],
      watchOnly: true,
    });
  });

  it.each([
    [
      'given up while it rings',
      [
        { type: 'ring', id: 1 },
        { type: 'end', id: 1 },
      ],
      'given-up',
    ],
    [
      'refused by the agent',
      [
        { type: 'ring', id: 1 },
        { type: 'end', id: 1, by: 'seat' },
      ],
      'rejected',
    ],
    [
      'answered elsewhere',
      [
        { type: 'ring', id: 1 },
        { type: 'elsewhere', id: 1 },
      ],
      'answered-elsewhere',
    ],
    [
      'cancelled before the answer',
      [
        { type: 'dial', id: 1 },
        { type: 'end', id: 1 },
      ],
      'cancelled',
    ],
    [
      'not answered there',
      [
        { type: 'dial', id: 1 },
        { type: 'end', id: 1, by: 'user' },
      ],
      'no-answer',
    ],
    [
      'ended by a side that is not named',
      [
        { type: 'talk', id: 1 },
        { type: 'end', id: 1 },
      ],
      'hung-up remote-party',
    ],
  ])('is %s', (_name, messages, end) => {
    const { say, shown } = story();
    for (const message of messages) say(message);
    expect(shown().at(-1)).toBe(`ended ${end}`);
  });

  it('is one, however often and late its messages come', () => {
    const { say, pass, shown } = story();
    for (const type of ['ring', 'ring', 'talk', 'talk', 'ring', 'end', 'end', 'talk', 'hold', 'ring']) {
      say({ type, id: 'a', from: '10086' });
      pass(10);
    }
    expect(shown()).toEqual(['ringing 10086', 'answered', 'ended hung-up remote-party']);
  });

  it('that came with its answer rings and is answered', () => {
    const { say, shown } = story();
    say({ type: 7, id: 'a', from: '10086' });
    expect(shown()).toEqual(['ringing 10086', 'answered']);
  });

  it('may have its id again, later', () => {
    const { say, pass, shown } = story();
    say({ type: 'ring', id: 'a' });
    say({ type: 'end', id: 'a' });
    pass(5000);
    say({ type: 'ring', id: 'a' });
    expect(shown()).toEqual(['ringing ', 'ended given-up', 'ringing ']);
    expect(new Set(made?.events.map((event) => 'call' in event && event.call)).size).toBe(2);
  });

  it('without ids is followed by its order', () => {
    const { say, shown } = story();
    say({ type: 'ring', from: '10086' });
    say({ type: 'ring', from: '10086' });
    say({ type: 'talk' });
    say({ type: 'ring', from: '10000' });
    say({ type: 'end' });
    say({ type: 'end' });
    expect(shown()).toEqual([
      ...['ringing 10086', 'answered', 'ringing 10000', 'ended given-up', 'ended hung-up remote-party'],
    ]);
  });

  it('learns number and id when they come later', () => {
    const { say, shown } = story();
    say({ type: 'ring' });
    say({ type: 'talk', id: 'a', from: '13900001234' });
    say({ type: 'end', id: 'a' });
    expect(shown()).toEqual([
      ...['ringing ', 'remote-party-changed 13900001234', 'answered', 'ended hung-up remote-party'],
    ]);
  });

  it('ends by time where its end was missed', () => {
    const { say, pass, shown } = story();
    say({ type: 'ring', id: 1 });
    pass(299_000);
    expect(shown()).toHaveLength(1);
    pass(2000);
    expect(shown().at(-1)).toBe('ended no-answer');
  });

  it('is described to a host that missed it', () => {
    const { say, reader } = story();
    say({ type: 'ready' });
    say({ type: 'ring', id: 1, from: '10086' });
    say({ type: 'talk', id: 1 });
    say({ type: 'hold', id: 1 });
    say({ type: 'unhold', id: 1 });
    expect(reader.history.map(({ type }) => type)).toEqual(['registered', 'ringing', 'answered', 'resumed']);
  });

  it('of the phone: ready and not ready', () => {
    const { say, shown } = story();
    for (const type of ['ready', 'ready', 'leave', 'leave', 'ready']) say({ type });
    expect(shown()).toEqual(['registered', 'registration-lost', 'registered']);
  });
});

describe('messages', () => {
  it.each([
    ['an object', { type: 'ring', id: 1 }],
    ['a text of JSON', '{"type":"ring","id":1}'],
    ['a packet of Engine.IO', '42{"type":"ring","id":1}'],
    ['a frame of SockJS', 'a["{\\"type\\":\\"ring\\",\\"id\\":1}"]'],
    ['a list of messages', '[{"type":"other"},{"type":"ring","id":1}]'],
  ])('may be %s', (_name, data) => {
    const { say, shown } = story();
    say(data);
    expect(shown()).toEqual(['ringing ']);
  });

  it('may be a list with a name first, and JSON in a member', () => {
    const rules = [
      {
        when: [
          { path: '0', is: 'call' },
          { path: '1.body.state', is: 'ring' },
        ],
        event: 'ringing',
        number: '1.body.ani',
      },
    ];
    const { say, shown } = story({ ...JSON_INPUT, rules });
    say('42["call",{"body":"{\\"state\\":\\"ring\\",\\"ani\\":\\"10086\\"}"}]');
    expect(shown()).toEqual(['ringing 10086']);
  });

  it('may be listed in an answer', () => {
    const { say, shown } = story({ kind: 'message', via: ['response'], each: 'data.events', rules: RULES });
    say('{"data":{"events":[{"type":"ring","id":1},{"type":"talk","id":1}]}}');
    expect(shown()).toEqual(['ringing ', 'answered']);
  });

  it.each([
    ['sip:13900001234@pbx.example.com', '13900001234'],
    ['tel:+8613900001234', '+8613900001234'],
    ['来电 13900001234 - 客服', '13900001234'],
    ['139****1234', '139****1234'],
    ['1001', '1001'],
    ['', ''],
    ['x'.repeat(5000), 'x'.repeat(128)],
  ])('name the other side as %s', (from, number) => {
    const { say, events } = story();
    say({ type: 'ring', id: 1, from });
    expect(events[0]).toMatchObject({ remoteParty: { number } });
  });

  it('choose the side by the direction', () => {
    const rules = [
      {
        when: [{ path: 'state', exists: true }],
        event: 'ringing',
        direction: { path: 'dir', inbound: 'In' },
        number: { inbound: 'from', outbound: ['to.number', 'to'] },
      },
    ];
    const { say, shown } = story({ ...JSON_INPUT, rules });
    say({ state: 1, dir: 'In', from: '10086', to: '1001' });
    say({ state: 1, dir: 'Out', from: '1001', to: '10000' });
    expect(shown()).toEqual(['ringing 10086', 'dialling 10000', 'remote-ringing']);
  });
});

describe('hostile messages', () => {
  const evil = new Proxy(
    {},
    {
      getOwnPropertyDescriptor() {
        throw new Error('trap');
      },
    },
  );
  const throwing = Object.defineProperty({ id: 1 }, 'type', {
    get() {
      throw new Error('getter');
    },
    enumerable: true,
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{"type":"ring"'],
    ['a number', 7],
    ['what it inherits', Object.create({ type: 'ring' })],
    ['a prototype in JSON', '{"__proto__":{"type":"ring"}}'],
    ['a getter that throws', throwing],
    ['a proxy that throws', evil],
    ['a huge text', `{"type":"ring","from":"${'9'.repeat(70_000)}"}`],
    ['a list of nothing', '[null,null]'],
    ['deep nesting', '['.repeat(30_000)],
  ])('with %s say nothing', (_name, data) => {
    const { say, shown } = story();
    say(data);
    expect(shown()).toEqual([]);
  });

  it('with huge or odd ids and names give short ones', () => {
    const { say, events } = story();
    say({ type: 'ring', id: '<img src=x>\n'.repeat(500), from: '9'.repeat(5000), who: 'x'.repeat(5000) });
    expect(JSON.stringify(events).length).toBeLessThan(2000);
  });

  it('invent a bounded number of calls', () => {
    const { say, shown } = story();
    for (let id = 0; id < 5000; id += 1) say({ type: 'ring', id });
    expect(shown()).toHaveLength(20);
  });

  it('in any order give only possible events', () => {
    const { say, pass } = story();
    const types = ['ring', 'dial', 'alert', 'talk', 'hold', 'unhold', 'mute', 'elsewhere', 'end', 'ready'];
    let seed = 7;
    const pick = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    for (let step = 0; step < 3000; step += 1) {
      const id = pick(4);
      say({ type: types[pick(types.length)], ...(id > 0 && { id }), from: String(10_000 + pick(3)) });
      pass(pick(2000));
    }
  });
});
