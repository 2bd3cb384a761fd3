import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../../../calls/fold-phone.ts';
import { MEDIA_LIMITS } from '../../../../calls/sources/tap/media-limits.ts';
import { MediaReader } from '../../../../calls/sources/tap/media-reader.ts';
import type { MediaSample } from '../../../../calls/sources/tap/media-sample.ts';

type Way = 'in' | 'out';
const BOTH: readonly Way[] = ['in', 'out'];

/** A page whose connections are sampled while packets flow in the ways that are named. */
function pageStory(sampleMs: number = MEDIA_LIMITS.sampleMs) {
  let now = 1_000_000;
  let ids = 0;
  const events: CallEvent[] = [];
  const reader = new MediaReader(() => `media-${++ids}`);
  const connection = (name: number, ssrcs: { in: number; out: number } = { in: name, out: -name }) => {
    const packets = { in: 0, out: 0 };
    let more: Partial<MediaSample> = {};
    return {
      ssrcs,
      set: (next: Partial<MediaSample>) => {
        more = next;
      },
      sample(ways: readonly Way[], streams: readonly Way[] = BOTH) {
        for (const way of ways) packets[way] += sampleMs / 20;
        const flow = (way: Way) =>
          streams.includes(way) ? [{ ssrc: ssrcs[way], packets: packets[way] }] : [];
        const sample: MediaSample = {
          ...{ connection: name, state: 'connected', direction: 'sendrecv', offeredBy: 'local' },
          ...{ received: flow('in'), sent: flow('out'), ...more },
        };
        events.push(...reader.read(sample, now));
      },
    };
  };
  type Connection = ReturnType<typeof connection>;
  /** Packets flow for so long, on all of these connections. */
  const flow = (ms: number, ways: readonly Way[], ...on: readonly Connection[]) => {
    for (const end = now + ms; now < end; now += sampleMs) for (const one of on) one.sample(ways);
  };
  const shown = () =>
    events.map(
      (event) => `${event.call} ${event.type}${'holdOriginator' in event ? ` ${event.holdOriginator}` : ''}`,
    );
  return { reader, events, connection, flow, shown, now: () => now };
}

const BEGUN = ['media-1 ringing', 'media-1 answered'];

describe('a call by the audio of its page', () => {
  it('is answered once packets go both ways, at the moment at which they began to', () => {
    const { connection, flow, events, shown } = pageStory();
    const one = connection(1);
    flow(2000, [], one);
    flow(3000, BOTH, one);
    expect(shown()).toEqual(BEGUN);
    expect(events.map(({ at }) => at)).toEqual([1_002_000, 1_002_000]);
    expect(events[0]).toMatchObject({ mediaOnly: true, watchOnly: true, remoteParty: { number: '' } });
  });

  it('never rings: the fold goes from the first event to the answer', () => {
    const { connection, flow, events } = pageStory();
    flow(3000, BOTH, connection(1));
    const states: string[] = [];
    let phone: Phone = QUIET_PHONE;
    for (const event of events) {
      const folded = foldPhone(phone, event);
      if (folded.verdict === 'applied') phone = folded.phone;
      states.push(phone.calls[0]?.state ?? 'none');
    }
    expect(states).toEqual(['answering', 'established']);
    expect(phone.calls[0]).toMatchObject({ mediaOnly: true, direction: 'inbound' });
  });

  it('is not answered by early media, which only comes in; the answer follows', () => {
    const { connection, flow, shown } = pageStory();
    const one = connection(1);
    flow(15_000, ['in'], one);
    expect(shown()).toEqual([]);
    flow(2000, BOTH, one);
    expect(shown()).toEqual(BEGUN);
  });

  it('is no call where only this side sends, and goes on where one side stops', () => {
    const { connection, flow, shown } = pageStory();
    const silent = connection(7);
    flow(60_000, ['out'], silent);
    expect(shown()).toEqual([]);
    const one = connection(1);
    flow(2000, BOTH, one);
    flow(60_000, ['out'], one);
    flow(60_000, ['in'], one);
    expect(shown()).toEqual(BEGUN);
  });

  it('is no call in a check of the connection that is over within a second', () => {
    const { connection, flow, shown } = pageStory();
    const check = connection(1);
    flow(750, BOTH, check);
    flow(5000, [], check);
    expect(shown()).toEqual([]);
  });

  it('is no call where two connections of the page lead to each other', () => {
    const { connection, flow, shown } = pageStory();
    flow(30_000, BOTH, connection(1, { in: 11, out: 22 }), connection(2, { in: 22, out: 11 }));
    expect(shown()).toEqual([]);
  });

  it('is no call without audio: video and data alone have no such streams', () => {
    const { connection, flow, shown, reader, now } = pageStory();
    const one = connection(1);
    for (let round = 0; round < 40; round += 1) one.sample([], []);
    flow(100, [], one);
    expect(reader.read({ ...EMPTY, connection: 9 }, now())).toEqual([]);
    expect(shown()).toEqual([]);
  });

  it('is two calls on two connections, each with its own end', () => {
    const { connection, flow, shown } = pageStory();
    const [one, two] = [connection(1), connection(2)];
    flow(3000, BOTH, one, two);
    one.set({ state: 'closed' });
    one.sample([]);
    flow(1000, BOTH, two);
    expect(shown()).toEqual([...BEGUN, 'media-2 ringing', 'media-2 answered', 'media-1 ended']);
  });

  it('ends with the connection at once, and by the page leaving it silent later', () => {
    const { connection, flow, events, shown, now } = pageStory();
    const one = connection(1);
    flow(3000, BOTH, one);
    const lastPacket = now() - MEDIA_LIMITS.sampleMs;
    flow(MEDIA_LIMITS.silentEndsMs - 500, [], one);
    expect(shown()).toEqual(BEGUN);
    flow(1000, [], one);
    expect(shown()).toEqual([...BEGUN, 'media-1 ended']);
    expect(events.at(-1)).toMatchObject({ at: lastPacket, end: { how: 'hung-up', by: 'remote-party' } });
  });

  it('a product that keeps its connection has the next call on it', () => {
    const { connection, flow, shown, reader } = pageStory();
    const one = connection(1);
    flow(3000, BOTH, one);
    flow(60_000, [], one);
    expect(reader.history).toEqual([]);
    flow(3000, BOTH, one);
    expect(shown()).toEqual([...BEGUN, 'media-1 ended', 'media-2 ringing', 'media-2 answered']);
  });

  it('goes on through an ICE restart with other streams, and ends where none comes', () => {
    const { connection, flow, shown } = pageStory();
    const one = connection(1);
    flow(3000, BOTH, one);
    one.set({ state: 'away' });
    flow(15_000, [], one);
    one.ssrcs.in = 111;
    one.ssrcs.out = 222;
    one.set({});
    flow(1000, [], one);
    flow(3000, BOTH, one);
    expect(shown()).toEqual(BEGUN);
    one.set({ state: 'away' });
    flow(MEDIA_LIMITS.awayEndsMs + 1000, [], one);
    expect(shown()).toEqual([...BEGUN, 'media-1 ended']);
  });

  it('is held by the side that takes its direction away, and a held call may be silent', () => {
    const { connection, flow, shown } = pageStory();
    const one = connection(1);
    flow(3000, BOTH, one);
    one.set({ direction: 'sendonly' });
    flow(20_000, ['out'], one);
    one.set({ direction: 'inactive', offeredBy: 'remote' });
    flow(20_000, [], one);
    one.set({});
    flow(2000, BOTH, one);
    one.set({ direction: 'inactive', offeredBy: 'remote' });
    flow(20_000, [], one);
    one.set({});
    flow(1000, [], one);
    flow(1000, BOTH, one);
    const holds = ['held local', 'resumed local', 'held remote', 'resumed remote'];
    expect(shown()).toEqual([...BEGUN, ...holds.map((hold) => `media-1 ${hold}`)]);
  });

  it('a hold without an end is over after minutes', () => {
    const { connection, flow, shown } = pageStory();
    const one = connection(1);
    flow(3000, BOTH, one);
    one.set({ direction: 'inactive' });
    flow(MEDIA_LIMITS.heldEndsMs + 1000, [], one);
    expect(shown()).toEqual([...BEGUN, 'media-1 held local', 'media-1 ended']);
  });

  it('is seen as well in a page behind others, whose timers run once a second', () => {
    const { connection, flow, shown } = pageStory(1000);
    const one = connection(1);
    flow(6000, BOTH, one);
    flow(10_000, [], one);
    expect(shown()).toEqual([...BEGUN, 'media-1 ended']);
  });

  it('tells a host that connects later of the calls that are up, and follows no more than it should', () => {
    const { connection, flow, reader, shown } = pageStory();
    for (let name = 1; name < 200; name += 1) flow(MEDIA_LIMITS.sampleMs, [], connection(name));
    const late = connection(500);
    flow(5000, BOTH, late);
    expect(shown()).toEqual([]);
    const { connection: other, flow: flowsThere, reader: there } = pageStory();
    const one = other(1);
    flowsThere(3000, BOTH, one);
    one.set({ direction: 'recvonly' });
    flowsThere(1000, ['in'], one);
    expect(there.history.map(({ type }) => type)).toEqual(['ringing', 'answered', 'held']);
    expect(reader.history).toEqual([]);
  });
});

const EMPTY: MediaSample = {
  ...{ connection: 1, state: 'connected', received: [], sent: [], direction: null, offeredBy: 'local' },
};
