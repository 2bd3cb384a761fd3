import { describe, expect, it } from 'vitest';
import type { CallEvent, PhoneEvent } from '../../../../calls/call-event.ts';
import type { PageReport, SoftphonePage } from '../../../../calls/sources/tap/softphone-page.ts';
import { TapSource } from '../../../../calls/sources/tap/tap-source.ts';
import { parsePageMessage } from '../../../../contract/messages/page-message.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

const SITE = 'https://phone.example.com';
const OTHER = 'https://frame.example.net';
const PARTY = { number: '13900001234', displayName: null };

function sourceStory(sites: readonly string[] = [SITE, OTHER]) {
  const clock = handClock();
  const events: (CallEvent | PhoneEvent)[] = [];
  const notices: string[] = [];
  let connect: (page: SoftphonePage) => void = () => {};
  const source = new TapSource({
    account: { sites },
    notice: (name, holds) => notices.push(`${name} ${holds}`),
    clock,
    watchPages: (onPage) => {
      connect = onPage;
      return () => {};
    },
  });
  source.start((event) => events.push(event));
  const open = (origin: string) => {
    let onMessage: (message: PageReport | null) => void = () => {};
    let onClose = () => {};
    const state = { closed: false };
    connect({
      origin,
      onMessage: (listener) => {
        onMessage = listener;
      },
      onClose: (listener) => {
        onClose = listener;
      },
      close: () => {
        state.closed = true;
      },
    });
    const report = (event: unknown) => onMessage(parsePageMessage({ kind: 'events', events: [event] }));
    return {
      state,
      report,
      send: (message: unknown) => onMessage(parsePageMessage(message)),
      ring: (call = 'c') =>
        report({ type: 'ringing', call, at: clock.now(), remoteParty: PARTY, queuedMs: null }),
      say: (type: string, more: object = {}, call = 'c') => report({ type, call, at: clock.now(), ...more }),
      register: () => report({ type: 'registered', at: clock.now() }),
      leave: () => onClose(),
    };
  };
  const calls = () =>
    events.flatMap((event) =>
      'call' in event
        ? [`${event.call} ${event.type}${event.type === 'ended' ? ` ${event.end.how}` : ''}`]
        : [],
    );
  return { clock, source, events, open, calls, notices };
}

const HUNG_UP = { end: { how: 'hung-up', by: 'agent' } };
const GIVEN_UP = { end: { how: 'given-up' } };

describe('a softphone in web pages', () => {
  it('is ready while a page of it is open and registered', () => {
    const { clock, source, open } = sourceStory();
    expect(source.registration).toMatchObject({ state: 'lost', cause: 'page-closed' });
    const page = open(SITE);
    expect(source.registration).toEqual({ state: 'never' });
    page.register();
    expect(source.registration).toMatchObject({ state: 'registered' });
    clock.pass(3_600_000);
    expect(clock.now() - (source.lastConfirmedAt ?? 0)).toBeLessThan(60_000);
    page.leave();
    expect(source.registration).toMatchObject({ state: 'lost', cause: 'page-closed' });
  });

  it('says that nothing is received from a page, as when a worker has its sockets', () => {
    const { clock, source, open, notices } = sourceStory();
    const page = open(SITE);
    clock.pass(15_000);
    expect(source.registration).toMatchObject({ state: 'lost', cause: 'page-silent' });
    expect(notices.at(-1)).toBe('page-silent true');
    page.send({ kind: 'carries-sip' });
    expect(source.registration).toEqual({ state: 'never' });
    expect(notices.at(-1)).toBe('page-silent false');
  });

  it('can only watch: every command is refused with its reason, and its calls say so', async () => {
    const { source, events, open } = sourceStory();
    open(SITE).ring();
    expect(events.find(({ type }) => type === 'ringing')).toMatchObject({ watchOnly: true });
    expect(await source.command()).toEqual({ ok: false, reason: 'watch-only' });
  });

  it('ends the calls of a page that goes away', () => {
    const { events, open } = sourceStory();
    const page = open(SITE);
    page.ring();
    page.say('answered');
    page.leave();
    expect(events.filter(({ type }) => type === 'ended')).toMatchObject([
      { end: { how: 'broken', cause: 'page-gone' } },
    ]);
  });

  it('is one call where it rings in two pages, and goes on in the one that answered', () => {
    const { open, calls } = sourceStory();
    const [one, two] = [open(SITE), open(SITE)];
    one.ring();
    two.ring();
    one.say('answered');
    two.say('ended', { end: { how: 'answered-elsewhere' } });
    two.leave();
    one.say('ended', HUNG_UP);
    expect(calls()).toEqual(['c ringing', 'c ringing', 'c answered', 'c ended hung-up']);
  });

  it('ends a ring in two pages once', () => {
    const { open, calls } = sourceStory();
    const [one, two] = [open(SITE), open(SITE)];
    one.ring();
    two.ring();
    one.say('ended', GIVEN_UP);
    two.say('ended', GIVEN_UP);
    expect(calls()).toEqual(['c ringing', 'c ringing', 'c ended given-up']);
  });

  it('keeps a call of two sites apart: none can act for the other', () => {
    const { open, calls } = sourceStory();
    const [one, two] = [open(SITE), open(OTHER)];
    one.ring();
    two.say('answered');
    two.say('ended', HUNG_UP);
    two.ring();
    two.say('ended', GIVEN_UP);
    expect(calls()).toEqual(['c ringing', 'c~2 ringing', 'c~2 ended given-up']);
  });

  it('closes pages of sites that are not named', () => {
    const { open, calls } = sourceStory([SITE]);
    const page = open('https://phone.example.com.evil.example');
    page.ring();
    expect(page.state.closed).toBe(true);
    expect(calls()).toEqual([]);
  });

  it.each([
    ['a message of another form', { kind: 'read-notes' }],
    ['an event that is none', { kind: 'events', events: [{ type: 'step-done', call: 'c', at: 1 }] }],
    [
      'a text that is too long',
      { kind: 'events', events: [{ type: 'answered', call: 'c'.repeat(2000), at: 1 }] },
    ],
    ['too many events', { kind: 'events', events: Array.from({ length: 301 }, () => ({})) }],
  ])('closes a page that sends %s', (_name, message) => {
    const { open } = sourceStory();
    const page = open(SITE);
    page.send(message);
    expect(page.state.closed).toBe(true);
  });

  it('closes a page that floods, over all of its frames, and no other', () => {
    const { open, calls } = sourceStory();
    const frames = Array.from({ length: 10 }, () => open(SITE));
    const quiet = open(OTHER);
    for (let at = 0; at < 500; at += 1) frames[at % 10]?.ring(`c${at}`);
    quiet.ring('kind');
    expect(frames.every(({ state }) => state.closed)).toBe(true);
    expect(calls().filter((text) => text.endsWith('ringing')).length).toBeLessThanOrEqual(21);
    expect(calls().at(-1)).toBe('kind ringing');
  });

  it('believes no time that is long past or yet to come', () => {
    const { clock, events, open } = sourceStory();
    const page = open(SITE);
    page.report({ type: 'ringing', call: 'c', at: clock.now() + 1e9, remoteParty: PARTY, queuedMs: null });
    expect(events.find(({ type }) => type === 'ringing')?.at).toBe(clock.now());
  });

  it('shows the calls of a page that was connected before the host', () => {
    const { clock, open, calls, source } = sourceStory();
    const at = clock.now();
    const ringing = { type: 'ringing', call: 'c', at, remoteParty: PARTY, queuedMs: null };
    open(SITE).send({
      kind: 'opened',
      carriesSip: true,
      events: [{ type: 'registered', at }, ringing, { type: 'answered', call: 'c', at }],
    });
    expect(calls()).toEqual(['c ringing', 'c answered']);
    expect(source.registration.state).toBe('registered');
  });
});

describe('a call by the audio of its page', () => {
  const media = (story: ReturnType<typeof sourceStory>, call = 'm') => {
    const at = story.clock.now();
    const party = { number: '', displayName: null };
    const ring = { type: 'ringing', call, at, remoteParty: party, queuedMs: null, mediaOnly: true };
    return { kind: 'events', reader: 'media', events: [ring, { type: 'answered', call, at }] };
  };

  it('counts where nothing else shows calls, and the page is a phone from then on', () => {
    const story = sourceStory();
    const page = story.open(SITE);
    story.clock.pass(20_000);
    expect(story.source.registration).toMatchObject({ state: 'lost', cause: 'page-silent' });
    page.send(media(story));
    expect(story.calls()).toEqual(['m ringing', 'm answered']);
    expect(story.events).toContainEqual(expect.objectContaining({ type: 'ringing', mediaOnly: true }));
    expect(story.source.registration).toMatchObject({ state: 'registered' });
  });

  it('is left out beside signalling, also of another frame; one that is up is ended', () => {
    const story = sourceStory();
    const [frame, phone] = [story.open(SITE), story.open(OTHER)];
    frame.send(media(story, 'before'));
    phone.send({ kind: 'opened', carriesSip: true, events: [] });
    frame.send(media(story, 'beside'));
    frame.send({
      ...{ kind: 'events', reader: 'media' },
      events: [{ type: 'ended', call: 'before', at: story.clock.now(), ...HUNG_UP }],
    });
    expect(story.calls()).toEqual(['before ringing', 'before answered', 'before ended hung-up']);
  });

  it('ends with its page', () => {
    const story = sourceStory();
    const page = story.open(SITE);
    page.send(media(story));
    page.leave();
    expect(story.calls().at(-1)).toBe('m ended broken');
  });
});

describe('a call that is seen in two ways', () => {
  const ring = (at: number, number: string, call: string) => ({
    ...{ type: 'ringing', call, at, remoteParty: { number, displayName: null }, queuedMs: null },
  });
  const seen = (story: ReturnType<typeof sourceStory>, readers: readonly string[] = ['sip', 'adapter']) => {
    const pages = readers.map((reader) => ({ reader, page: story.open(SITE) }));
    return pages.map(({ reader, page }) => ({
      ring: (number = '13900001234', call = `of-${reader}`) =>
        page.send({ kind: 'events', reader, events: [ring(story.clock.now(), number, call)] }),
      say: (type: string, more: object = {}) =>
        page.send({
          ...{ kind: 'events', reader },
          events: [{ type, call: `of-${reader}`, at: story.clock.now(), ...more }],
        }),
      leave: () => page.leave(),
    }));
  };

  it.each([
    ['the same number', '13900001234'],
    ['no number', ''],
    ['a masked number', '139****1234'],
    ['a country code', '+8613900001234'],
  ])('is one call, with %s', (_name, number) => {
    const story = sourceStory();
    const [sip, adapter] = seen(story);
    adapter?.ring(number);
    story.clock.pass(200);
    sip?.ring();
    adapter?.say('answered');
    sip?.say('answered');
    adapter?.say('ended', HUNG_UP);
    expect(story.calls()).toEqual(['of-adapter ringing', 'of-adapter ringing', 'of-adapter answered']);
    sip?.say('ended', HUNG_UP);
    expect(story.calls().at(-1)).toBe('of-adapter ended hung-up');
  });

  it('does not ring again where the second way sees it after its end', () => {
    const story = sourceStory();
    const [sip, adapter] = seen(story);
    sip?.ring();
    sip?.say('ended', GIVEN_UP);
    story.clock.pass(1000);
    adapter?.ring();
    expect(story.calls()).toEqual(['of-sip ringing', 'of-sip ended given-up']);
  });

  it('is two calls, with another number or much later', () => {
    const story = sourceStory();
    const [sip, adapter] = seen(story);
    sip?.ring();
    adapter?.ring('10086');
    expect(story.calls()).toEqual(['of-sip ringing', 'of-adapter ringing']);
    const later = sourceStory();
    const [one, other] = seen(later);
    one?.ring();
    later.clock.pass(30_000);
    other?.ring();
    expect(later.calls()).toEqual(['of-sip ringing', 'of-adapter ringing']);
  });

  it('goes on by the other way when the page of the first one is gone', () => {
    const story = sourceStory();
    const [sip, adapter] = seen(story);
    sip?.ring();
    adapter?.ring();
    sip?.leave();
    adapter?.say('answered');
    adapter?.say('ended', HUNG_UP);
    expect(story.calls()).toEqual(['of-sip ringing', 'of-sip answered', 'of-sip ended hung-up']);
  });
});
