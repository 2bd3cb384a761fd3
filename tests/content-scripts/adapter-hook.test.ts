import { afterEach, describe, expect, it, vi } from 'vitest';
import { adapterHook, type PlannedInput } from '../../content-scripts/softphone/adapter-hook.ts';
import { nativeLookalikes } from '../../content-scripts/softphone/native-lookalikes.ts';

class FakeRequest extends EventTarget {
  responseType = '';
  send() {}
}
for (const [name, value] of [
  ['responseType', 'text'],
  ['responseText', '{"type":"ring"}'],
  ['response', null],
  ['responseURL', 'https://cti.example.com/poll'],
] as const) {
  Object.defineProperty(FakeRequest.prototype, name, { get: () => value, set: () => {}, configurable: true });
}

/** The hook in a page of its own; what it sends is read as JSON. */
function pageStory(page: Record<string, unknown>) {
  const document = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', page);
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  vi.useFakeTimers();
  const sent: unknown[] = [];
  let found = 0;
  const follow = adapterHook(nativeLookalikes(), (json) => sent.push(JSON.parse(json)));
  const plan = (input: Omit<PlannedInput, 'input' | 'calls'>, calls: readonly string[] = []) =>
    follow({ sockets: false, answers: false, inputs: [{ ...input, input: 0, calls }] }, () => {
      found += 1;
    });
  return { document, sent, plan, follow, found: () => found };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function emitter() {
  const listeners: Record<string, (...args: unknown[]) => void> = {};
  return {
    on: (name: string, listener: (...args: unknown[]) => void) => {
      listeners[name] = listener;
    },
    emit: (name: string, ...args: unknown[]) => listeners[name]?.(...args),
  };
}

describe('the hook of an adapter', () => {
  it('subscribes to the events of a global, also of one that comes later', () => {
    const page: Record<string, unknown> = {};
    const { plan, sent, found } = pageStory(page);
    plan({ kind: 'global-event', global: 'cti.Event', method: 'on', events: ['ring'] });
    expect(found()).toBe(0);
    const bus = emitter();
    page['cti'] = { Event: bus };
    vi.advanceTimersByTime(200);
    bus.emit('ring', { id: 1 }, 'x');
    bus.emit('other', {});
    expect(found()).toBe(1);
    expect(sent).toEqual([{ input: 0, data: { event: 'ring', args: [{ id: 1 }, 'x'] } }]);
  });

  it('subscribes to what a callback gives, and calls its getter methods', () => {
    let onContact: (contact: unknown) => void = () => {};
    let onConnected: (contact: unknown) => void = () => {};
    const page = { connect: { contact: (callback: typeof onContact) => (onContact = callback) } };
    const { plan, sent } = pageStory(page);
    plan(
      { kind: 'global-event', global: 'connect', method: 'contact', subscribe: ['onConnected', 'onGone'] },
      ['args.0.getId()', 'args.0.getQueue().name', 'args.0.getNothing().name'],
    );
    onContact({
      getId: () => 'c-1',
      getQueue: () => ({ name: 'Sales' }),
      onConnected: (callback: typeof onConnected) => (onConnected = callback),
    });
    onConnected({ getId: () => 'c-1', getQueue: () => ({ name: 'Sales' }) });
    expect(sent.at(-1)).toMatchObject({
      data: { event: 'onConnected', '()': { 'args.0.getId()': 'c-1', 'args.0.getQueue().name': 'Sales' } },
    });
  });

  it('tries again where a product is not ready', () => {
    let isReady = false;
    const bus = emitter();
    const on: typeof bus.on = (name, listener) => {
      if (!isReady) throw new Error('not ready');
      bus.on(name, listener);
    };
    const { plan, found } = pageStory({ cti: { on } });
    plan({ kind: 'global-event', global: 'cti', method: 'on', events: ['ring'] });
    vi.advanceTimersByTime(1000);
    expect(found()).toBe(0);
    isReady = true;
    vi.advanceTimersByTime(1000);
    expect(found()).toBe(1);
  });

  it('wraps the callbacks of a constructor, which looks like before', () => {
    const page: Record<string, unknown> = {};
    const { plan, sent, document } = pageStory(page);
    plan({
      kind: 'constructor',
      global: 'Sdk',
      argument: 0,
      callbacks: ['onRing', 'events.onEnd', 'onTalk'],
    });
    class Sdk {
      readonly options;
      constructor(options: {
        onRing: (id: number) => string;
        events: { onEnd(): void };
        onTalk?: () => void;
      }) {
        this.options = options;
      }
    }
    page['Sdk'] = Sdk;
    document.dispatchEvent(new Event('load'));
    const own: unknown[] = [];
    const Seen = page['Sdk'] as typeof Sdk;
    const made = new Seen({ onRing: (id) => `own ${id}`, events: { onEnd: () => own.push('end') } });
    expect(made.options.onRing(7)).toBe('own 7');
    made.options.events.onEnd();
    made.options.onTalk?.();
    expect(own).toEqual(['end']);
    expect(sent.map((one) => Reflect.get(Object(Reflect.get(Object(one), 'data')), 'event'))).toEqual([
      ...['onRing', 'events.onEnd', 'onTalk'],
    ]);
    expect([made instanceof Seen, made.constructor === Seen, Seen.name, String(Seen)]).toEqual([
      ...[true, true, 'Sdk', String(Sdk)],
    ]);
  });

  it('sees notifications', () => {
    class Notification {
      readonly title;
      constructor(title: string, _options?: object) {
        this.title = title;
      }
    }
    const page: Record<string, unknown> = { Notification };
    const { plan, sent } = pageStory(page);
    plan({ kind: 'notification' });
    const Seen = page['Notification'] as typeof Notification;
    expect(new Seen('来电', { body: '13900001234' }).title).toBe('来电');
    expect(sent).toEqual([{ input: 0, data: { title: '来电', body: '13900001234', tag: null } }]);
  });

  it('copies answers to requests, and leaves them to the page', async () => {
    const page: Record<string, unknown> = {
      fetch: async () => new Response('{"type":"talk"}', { headers: { 'content-type': 'application/json' } }),
    };
    const { follow, sent } = pageStory(page);
    follow({ sockets: false, answers: true, inputs: [] }, () => {});
    vi.useRealTimers();
    const fetched = page['fetch'] as () => Promise<Response>;
    expect(await (await fetched()).text()).toBe('{"type":"talk"}');
    await vi.waitFor(() => expect(sent).toMatchObject([{ via: 'response', text: '{"type":"talk"}' }]));
    const request = new FakeRequest();
    request.send();
    request.dispatchEvent(new Event('load'));
    expect(sent.at(-1)).toEqual({
      ...{ via: 'response', address: 'https://cti.example.com/poll', text: '{"type":"ring"}' },
    });
  });

  it('is not disturbed by what the page passes, nor disturbs it', () => {
    const bus = emitter();
    const { plan, sent } = pageStory({ cti: bus });
    plan({ kind: 'global-event', global: 'cti', method: 'on', events: ['ring'] });
    const loop: Record<string, unknown> = { id: 1 };
    loop['self'] = loop;
    const throwing = Object.defineProperty({ id: 2 }, 'bad', {
      get() {
        throw new Error('getter');
      },
      enumerable: true,
    });
    const trap = new Proxy({}, { ownKeys: () => [].concat(Reflect.get({}, 'x')) });
    const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`);
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, 'x'.repeat(500)]));
    for (const value of [loop, throwing, trap, deep, wide, 'x'.repeat(1e6), 7n, Symbol('x'), () => {}]) {
      bus.emit('ring', value);
    }
    expect(sent).toHaveLength(9);
    expect(sent[1]).toEqual({ input: 0, data: { event: 'ring', args: [{ id: 2 }] } });
    expect(sent.every((one) => JSON.stringify(one).length < 70_000)).toBe(true);
  });
});
