import type { Lookalikes } from './native-lookalikes.ts';

/** A page that sends audio calls one of these; all of them throw at once or not at all. */
const METHODS = ['addTrack', 'addTransceiver', 'addStream'] as const;
const SETTERS = ['ontrack', 'onaddstream', 'onicecandidate', 'onconnectionstatechange'] as const;

/**
 * Hands over every peer connection of the page, and passes everything on untouched. A connection is
 * known by its first use: so constructors, subclasses and those that a page saved stay what they
 * were. Methods that return a promise are left alone: the stack of a rejection would show a
 * replaced one.
 */
export function hookPeers(handOver: (peer: EventTarget) => void, lookalikes: Lookalikes): void {
  if (typeof RTCPeerConnection === 'undefined') return;
  const { apply } = Reflect;
  const { prototype } = RTCPeerConnection;
  const stateOf = Object.getOwnPropertyDescriptor(prototype, 'signalingState')?.get;
  const { has, add } = WeakSet.prototype;
  const known = new WeakSet<object>();
  if (stateOf === undefined) return;

  const adopt = (peer: unknown) => {
    try {
      if (!isPeer(peer) || apply(has, known, [peer])) return;
      apply(add, known, [peer]);
      handOver(peer);
    } catch {
      // The page is never disturbed.
    }
  };
  /** The getter throws for any other object, also for the prototype itself. */
  const isPeer = (object: unknown): object is EventTarget => {
    apply(stateOf, object, []);
    return true;
  };
  for (let at = 0; at < METHODS.length; at += 1) lookalikes.observe(prototype, METHODS[at] ?? '', adopt);
  for (let at = 0; at < SETTERS.length; at += 1)
    lookalikes.observeSetter(prototype, SETTERS[at] ?? '', adopt);
}
