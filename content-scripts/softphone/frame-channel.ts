import type { HandOver } from './socket-hook.ts';

/** Sent on the document before the page's scripts run, and never afterwards. */
const OFFERED = 'sansheng-tap-offered';
const WANTED = 'sansheng-tap-wanted';
/** On the channel itself. */
const RECEIVED = 'channel-received';
/** What the isolated script asks of the page's world, as JSON. */
const PLAN = 'plan';
/** What an adapter wants of the page, as JSON. */
const MESSAGE = 'message';
const PEER = 'peer';

/** The end of the channel in the page's world. */
export interface OfferedChannel {
  readonly frame: HandOver;
  readonly message: (json: string) => void;
  /** The other world gets an object of its own, whose methods no page can change. */
  readonly peer: (peer: EventTarget) => void;
  /** Calls back with every plan. */
  readonly onPlan: (listener: (json: string) => void) => void;
}

/** The end of the channel beside the page. */
export interface ReceivedChannel {
  readonly onFrame: HandOver;
  readonly onMessage: (json: string) => void;
  readonly onPeer: (peer: RTCPeerConnection) => void;
}

/**
 * The way between the page's world and the isolated one: an EventTarget that both hold and the page
 * does not, so that it can neither listen nor write to it. The world that starts second finds the
 * other waiting.
 */
export function offerChannel(): OfferedChannel {
  const channel = new EventTarget();
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const { apply } = Reflect;
  const [Carrier, ObjectCarrier] = [CustomEvent, FocusEvent];
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  const offer = () => document.dispatchEvent(new FocusEvent(OFFERED, { relatedTarget: channel }));
  apply(addEventListener, document, [WANTED, offer]);
  apply(addEventListener, channel, [RECEIVED, () => apply(removeEventListener, document, [WANTED, offer])]);
  offer();
  const send = (type: string, text: string) => {
    // Without a prototype: the page may have put anything into the one of objects.
    const detail = { __proto__: null, detail: text };
    apply(dispatchEvent, channel, [new Carrier(type, detail)]);
  };
  return {
    frame: send,
    message: (json) => send(MESSAGE, json),
    peer: (peer) => {
      const relatedTarget = { __proto__: null, relatedTarget: peer };
      apply(dispatchEvent, channel, [new ObjectCarrier(PEER, relatedTarget)]);
    },
    onPlan: (listener) =>
      apply(addEventListener, channel, [
        PLAN,
        (event: Event) => {
          const detail: unknown = detailOf === undefined ? null : apply(detailOf, event, []);
          if (typeof detail === 'string') listener(detail);
        },
      ]),
  };
}

/**
 * Calls back with everything that the page's world copies. The answer sends it a plan, as soon as
 * the channel is there.
 */
export function receiveChannel({ onFrame, onMessage, onPeer }: ReceivedChannel): (plan: string) => void {
  let channel: EventTarget | null = null;
  let plan: string | null = null;
  const send = () => {
    if (channel !== null && plan !== null) channel.dispatchEvent(new CustomEvent(PLAN, { detail: plan }));
  };
  const onOffer = (event: Event) => {
    if (!(event instanceof FocusEvent) || event.relatedTarget === null) return;
    document.removeEventListener(OFFERED, onOffer);
    channel = event.relatedTarget;
    for (const direction of ['sent', 'received'] as const) {
      listen(channel, direction, (text) => onFrame(direction, text));
    }
    listen(channel, MESSAGE, onMessage);
    channel.addEventListener(PEER, (carrier) => {
      const peer = carrier instanceof FocusEvent ? carrier.relatedTarget : null;
      if (peer instanceof RTCPeerConnection) onPeer(peer);
    });
    channel.dispatchEvent(new Event(RECEIVED));
    send();
  };
  document.addEventListener(OFFERED, onOffer);
  document.dispatchEvent(new Event(WANTED));
  return (json) => {
    plan = json;
    send();
  };
}

function listen(channel: EventTarget, type: string, listener: (text: string) => void): void {
  channel.addEventListener(type, (event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') listener(event.detail);
  });
}
