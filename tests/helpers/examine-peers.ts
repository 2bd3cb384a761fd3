import type { Page } from 'puppeteer-core';

/** What the page finds out about its peer connections; where it is loaded from is left out. */
export async function examinePeers(page: Page, url: string): Promise<unknown> {
  await page.goto(url);
  await page.waitForFunction(() => 'peers' in window);
  return JSON.parse(String(await page.evaluate(EXAMINE)).replaceAll('127.0.0.1', 'localhost'));
}

const EXAMINE = `(async () => {
  const shape = (of) => Object.getOwnPropertyNames(of).map((name) => {
    const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(of, name);
    return [name, flags, ...[value, get, set].map((one) => typeof one === 'function'
      ? [Function.prototype.toString.call(one), one.name, one.length, Object.getOwnPropertyNames(one).sort(), 'prototype' in one]
      : typeof one)];
  });
  const described = (error) => [error.constructor.name, error.name, error.message, String(error.stack).replace(/:\\d+:\\d+/g, ''), Object.getOwnPropertyNames(error)];
  const failure = (does) => { try { return ['none', String(does())]; } catch (error) { return described(error); } };
  const later = async (does) => { try { return ['none', String(await does())]; } catch (error) { return described(error); } };
  const Saved = RTCPeerConnection;
  const { addTrack, addTransceiver, setRemoteDescription } = Saved.prototype;
  class Sub extends Saved {
    addTransceiver(...args) { this.added = true; return super.addTransceiver(...args); }
  }
  const sub = new Sub();
  const plain = new Saved({ iceServers: [] });
  const events = [];
  sub.onnegotiationneeded = (event) => events.push([event.type, event.isTrusted, event.constructor.name]);
  const setter = Object.getOwnPropertyDescriptor(Saved.prototype, 'ontrack').set;
  const handler = () => {};
  sub.ontrack = handler;
  const transceiver = sub.addTransceiver('audio');
  await sub.setLocalDescription();
  const closed = new Saved();
  closed.close();
  return JSON.stringify({
    shapes: [shape(Saved), shape(Saved.prototype), shape(EventTarget.prototype), shape(Function.prototype)],
    texts: [String(Saved), String(addTrack), String(setter), String(setRemoteDescription)],
    illegal: failure(function illegal() { return addTrack.call({}, 1); }),
    onPrototype: failure(function own() { Saved.prototype.ontrack = null; }),
    noTrack: failure(function none() { return plain.addTrack(); }),
    badKind: failure(function bad() { return plain.addTransceiver('smell'); }),
    closedAdd: failure(function late() { return closed.addTransceiver('audio'); }),
    deep: failure(function deep() { const down = (n) => (n === 0 ? plain.addTrack(1) : down(n - 1)); return down(12); }),
    constructed: failure(function made() { return new addTrack('x'); }),
    called: failure(function called() { return Saved(); }),
    rejected: await later(function rejects() { return closed.setRemoteDescription({ type: 'offer', sdp: 'x' }); }),
    unreadable: await later(function rejects() { return plain.setRemoteDescription({ type: 'offer', sdp: 'x' }); }),
    stats: await later(async () => (await closed.getStats()).constructor.name),
    is: [sub instanceof Saved, sub instanceof Sub, sub.constructor === Sub, Saved.prototype.constructor === Saved,
      sub.added, sub.ontrack === handler, transceiver instanceof RTCRtpTransceiver, sub.getTransceivers()[0] === transceiver,
      window.webkitRTCPeerConnection === undefined || window.webkitRTCPeerConnection === Saved],
    own: [Object.getOwnPropertyNames(sub), Object.getOwnPropertyNames(plain), Reflect.ownKeys(plain).length],
    events, state: [sub.signalingState, closed.connectionState],
    globals: Object.getOwnPropertyNames(window).filter((name) => /tap|sansheng|hook/i.test(name)),
  });
})()`;
