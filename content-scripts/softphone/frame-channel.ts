import type { HandOver } from './socket-hook.ts';

/** Sent on the document before the page's scripts run, and never afterwards. */
const OFFERED = 'sansheng-tap-offered';
const WANTED = 'sansheng-tap-wanted';
/** On the channel itself. */
const RECEIVED = 'channel-received';

/**
 * The way of frames from the page's world to the isolated one: an EventTarget that both hold and
 * the page does not, so that it can neither listen nor write to it. The world that starts second
 * finds the other waiting.
 */
export function offerFrames(): HandOver {
  const channel = new EventTarget();
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const { apply } = Reflect;
  const Carrier = CustomEvent;
  const offer = () => document.dispatchEvent(new FocusEvent(OFFERED, { relatedTarget: channel }));
  apply(addEventListener, document, [WANTED, offer]);
  apply(addEventListener, channel, [RECEIVED, () => apply(removeEventListener, document, [WANTED, offer])]);
  offer();
  return (direction, text) => {
    // Without a prototype: the page may have put anything into the one of objects.
    const detail = { __proto__: null, detail: text };
    apply(dispatchEvent, channel, [new Carrier(direction, detail)]);
  };
}

/** Calls back with every frame that the page's world copies. */
export function receiveFrames(onFrame: HandOver): void {
  const onOffer = (event: Event) => {
    if (!(event instanceof FocusEvent) || event.relatedTarget === null) return;
    document.removeEventListener(OFFERED, onOffer);
    const channel = event.relatedTarget;
    for (const direction of ['sent', 'received'] as const) {
      channel.addEventListener(direction, (frame) => {
        if (frame instanceof CustomEvent && typeof frame.detail === 'string')
          onFrame(direction, frame.detail);
      });
    }
    channel.dispatchEvent(new Event(RECEIVED));
  };
  document.addEventListener(OFFERED, onOffer);
  document.dispatchEvent(new Event(WANTED));
}
