import { expect, it } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import { MEDIA_LIMITS } from '../../calls/sources/tap/media-limits.ts';
import { MediaTap } from '../../content-scripts/softphone/media-tap.ts';
import { handClock } from '../helpers/hand-clock.ts';

class FakePeer extends EventTarget {
  connectionState: RTCPeerConnectionState = 'connected';
  currentLocalDescription = null;
  packets = 0;
  asked = 0;
  isStuck = false;
  readonly #ssrc = Math.floor(Math.random() * 2 ** 31);

  async getStats() {
    this.asked += 1;
    if (this.isStuck) await new Promise(() => {});
    this.packets += 10;
    const stream = { kind: 'audio', ssrc: this.#ssrc };
    return new Map<string, unknown>([
      ['in', { ...stream, type: 'inbound-rtp', packetsReceived: this.packets }],
      ['out', { ...stream, ssrc: this.#ssrc + 1, type: 'outbound-rtp', packetsSent: this.packets }],
      ['bad', { type: 'inbound-rtp', kind: 'audio', ssrc: 'x', packetsReceived: Number.NaN }],
    ]);
  }

  getTransceivers() {
    return [{ receiver: { track: { kind: 'audio' } }, currentDirection: 'sendrecv' }];
  }
}

function tapStory(isNeeded = () => true) {
  const clock = handClock();
  const events: CallEvent[] = [];
  let ids = 0;
  const tap = new MediaTap({
    ...{ isNeeded, now: () => clock.now(), after: (ms, task) => clock.after(ms, task) },
    newId: () => `media-${++ids}`,
    report: (more) => events.push(...more),
  });
  const follow = (peer = new FakePeer()) => {
    tap.follow(peer as unknown as RTCPeerConnection);
    return peer;
  };
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += MEDIA_LIMITS.sampleMs) {
      clock.pass(MEDIA_LIMITS.sampleMs);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  };
  return { tap, clock, events, follow, pass, types: () => events.map(({ type }) => type) };
}

it('samples a connection from the moment at which it is connected, to its end', async () => {
  const { follow, pass, types, tap } = tapStory();
  const peer = new FakePeer();
  peer.connectionState = 'new';
  follow(peer);
  await pass(5000);
  expect(peer.asked).toBe(0);
  peer.connectionState = 'connected';
  peer.dispatchEvent(new Event('connectionstatechange'));
  await pass(3000);
  expect(types()).toEqual(['ringing', 'answered']);
  expect(tap.history).toHaveLength(2);
  peer.connectionState = 'closed';
  await pass(500);
  expect(types()).toEqual(['ringing', 'answered', 'ended']);
  const { asked } = peer;
  await pass(5000);
  expect(peer.asked).toBe(asked);
});

it('asks nothing of the page where its signalling shows calls', async () => {
  const { follow, pass, types } = tapStory(() => false);
  const peer = follow();
  await pass(5000);
  expect([peer.asked, types()]).toEqual([0, []]);
});

it('follows a call to its end where signalling is found in it', async () => {
  let isNeeded = true;
  const { follow, pass, types } = tapStory(() => isNeeded);
  const peer = follow();
  await pass(3000);
  isNeeded = false;
  await pass(3000);
  peer.connectionState = 'closed';
  await pass(500);
  expect(types()).toEqual(['ringing', 'answered', 'ended']);
});

it('sees the end of a connection whose statistics never come, and asks once at a time', async () => {
  const { follow, pass, types } = tapStory();
  const peer = follow();
  await pass(3000);
  peer.isStuck = true;
  const { asked } = peer;
  await pass(5000);
  expect(peer.asked).toBe(asked + 1);
  peer.connectionState = 'closed';
  await pass(500);
  expect(types()).toEqual(['ringing', 'answered', 'ended']);
});

it('follows so many connections at most, and others once those are closed', async () => {
  const { follow, pass, events } = tapStory();
  const peers = Array.from({ length: MEDIA_LIMITS.connections }, () => follow());
  const late = follow();
  await pass(3000);
  expect(late.asked).toBe(0);
  for (const peer of peers) peer.connectionState = 'closed';
  await pass(500);
  events.length = 0;
  follow();
  await pass(3000);
  expect(events.map(({ type }) => type)).toEqual(['ringing', 'answered']);
});
