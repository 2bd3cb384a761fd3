import type { Frame, Page } from 'puppeteer-core';
import type { Exchange } from '../../practice/exchange.ts';
import { AGENT, type AgentWorkstation } from './agent-workstation.ts';
import { until } from './until.ts';

/** Chooses a softphone in a web page as the phone, as an agent does in the options. */
export async function chooseWebSoftphone(options: Page, origin: string): Promise<void> {
  await options.waitForSelector('select[name="phoneSource"]');
  await options.select('select[name="phoneSource"]', 'web-softphone');
  const field = await options.waitForSelector('input[name="softphoneSites"]');
  await field?.type(origin);
  await options.focus('input[name="softphoneSites"]');
  await options.keyboard.press('Enter');
}

/** Makes softphones in these pages the agent's phone; the extension's own one signs off. */
export async function watchSites(
  { chromium, exchange }: Pick<AgentWorkstation, 'chromium' | 'exchange'>,
  origins: readonly string[],
): Promise<void> {
  const options = await chromium.openPage('options.html');
  await chooseWebSoftphone(options, origins.join(' '));
  await until('the scripts are in place', async () => {
    const scripts = await chromium.worker.evaluate(
      'chrome.scripting.getRegisteredContentScripts().then((all) => all.length)',
    );
    return scripts === 2;
  });
  await options.close();
  await exchange.waitForUnregistration(AGENT.user);
}

/** Chooses the product whose events show the calls of the page. */
export async function chooseProduct(options: Page, adapter: string): Promise<void> {
  await options.waitForSelector('select[name="softphoneAdapter"]');
  await options.select('select[name="softphoneAdapter"]', adapter);
  await options.focus('input[name="softphoneSites"]');
  await options.keyboard.press('Enter');
  await options.waitForSelector('form:has(select[name="softphoneAdapter"]) .form-foot__state--saved');
}

/** Opens a page with a stock JsSIP phone that registers. */
export async function openPagePhone(page: Page, origin: string, exchange: Exchange): Promise<void> {
  await page.goto(origin);
  await page.waitForFunction(() => 'phone' in window);
  await startPhone(page, exchange);
}

export async function startPhone(page: Page | Frame, exchange: Exchange): Promise<void> {
  await page.evaluate(
    (server, user, password, host) => window.phone.start(server, user, password, host),
    ...([exchange.url, AGENT.user, AGENT.password, exchange.domain] as const),
  );
  // The exchange may still have the binding of a page before.
  await page.waitForFunction(() => window.phone.happened.includes('registered'));
}

/** What the page finds out about its sockets, and where it is loaded from left out. */
export async function examineSockets(page: Page, url: string, exchange: Exchange): Promise<unknown> {
  await page.goto(url);
  const found = await page.evaluate(EXAMINE.replaceAll('SERVER', JSON.stringify(exchange.url)));
  return JSON.parse(String(found).replaceAll('127.0.0.1', 'localhost'));
}

/** What a page can find out about its sockets. */
const EXAMINE = `(async () => {
  const shape = (of) => Object.getOwnPropertyNames(of).map((name) => {
    const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(of, name);
    return [name, flags, ...[value, get, set].map((one) => typeof one === 'function'
      ? [Function.prototype.toString.call(one), one.name, one.length, Object.getOwnPropertyNames(one).sort(), 'prototype' in one]
      : typeof one)];
  });
  const failure = (does) => {
    try { return ['none', does()]; } catch (error) {
      const own = Object.getOwnPropertyDescriptor(error, 'stack');
      return [error.constructor.name, error.name, error.message, String(error.stack).replace(/:\\d+:\\d+/g, ''),
        own && [own.writable, own.enumerable, own.configurable], Object.getOwnPropertyNames(error)];
    }
  };
  const { send } = WebSocket.prototype;
  const socket = new WebSocket(SERVER);
  const early = failure(function sendEarly() { return socket.send('x'); });
  class Sub extends WebSocket { send(data) { return super.send(data); } }
  const events = [];
  const sub = new Sub(SERVER, 'sip');
  sub.binaryType = 'arraybuffer';
  for (const type of ['open', 'close', 'error']) sub.addEventListener(type, (event) => events.push([type, event.isTrusted, event.code, event.wasClean]));
  await new Promise((opened) => { sub.onopen = opened; });
  const heard = [];
  sub.onmessage = (event) => heard.push([event.data.constructor.name, event.target === sub, event.eventPhase]);
  const sent = sub.send('OPTIONS sip:practice.invalid SIP/2.0\\r\\nVia: SIP/2.0/WS x;branch=z9hG4bKx\\r\\nMax-Forwards: 70\\r\\nFrom: <sip:a@practice.invalid>;tag=a\\r\\nTo: <sip:practice.invalid>\\r\\nCall-ID: o\\r\\nCSeq: 1 OPTIONS\\r\\nContent-Length: 0\\r\\n\\r\\n');
  const buffered = sub.bufferedAmount >= 0;
  sub.send(new Uint8Array([1, 2, 3]));
  sub.send(new Blob(['x']));
  const closed = new Promise((done) => { sub.onclose = done; });
  sub.close(4001, 'over');
  await closed;
  return JSON.stringify({
    shapes: [shape(WebSocket), shape(WebSocket.prototype), shape(Function.prototype), shape(Error), shape(Object.getPrototypeOf(EventTarget.prototype))],
    texts: [String(send), String(WebSocket), String(Function.prototype.toString), Function.prototype.toString.toString()],
    early, illegal: failure(function illegal() { return send.call({}, 'x'); }),
    deep: failure(function deep() { const down = (n) => (n === 0 ? socket.send('x') : down(n - 1)); return down(12); }),
    limit: Error.stackTraceLimit,
    none: failure(function none() { return socket.send(); }), constructed: failure(function made() { return new send('x'); }),
    noFunction: failure(function text() { return Function.prototype.toString.call({}); }),
    symbol: failure(function symbol() { return sub.send(Symbol('x')); }),
    is: [sub instanceof WebSocket, sub.constructor === Sub, WebSocket.prototype.constructor === WebSocket, sub.send === Sub.prototype.send],
    own: Object.getOwnPropertyNames(sub), sent: typeof sent, buffered, events, binaryType: sub.binaryType, protocol: sub.protocol,
    globals: Object.getOwnPropertyNames(window).filter((name) => /tap|sansheng|phone|hook/i.test(name)),
    attributes: [...document.documentElement.attributes].length,
  });
})()`;
