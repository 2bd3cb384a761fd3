import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenario } from '../../practice/scenario.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { permittedExtension } from '../helpers/permitted-extension.ts';
import {
  chooseProduct,
  examineSockets,
  openPagePhone,
  startPhone,
  watchSites,
} from '../helpers/softphone-page.ts';
import { servePhone } from '../helpers/stock-phone/launch.ts';
import { until } from '../helpers/until.ts';

const CALLER = scenario({
  id: 'caller-of-a-page',
  title: 'Rings, and stays on',
  caller: { number: '+8613900001234', displayName: null },
  onAnswer: [{ do: 'stay-on' }],
});

describeWith(['chromium'], 'a softphone in a web page', () => {
  let site: { readonly port: number; close(): void };
  let sipjs: typeof site;
  let toolbar: typeof site;
  let extension: { path: string; remove(): Promise<void> };
  let workstation: AgentWorkstation;
  let page: Page;
  let screen: ReturnType<typeof panelScreen>;
  const origin = () => `http://localhost:${site.port}`;

  beforeAll(async () => {
    [site, sipjs, toolbar, extension] = await Promise.all([
      servePhone(),
      servePhone('./sipjs-page.ts'),
      servePhone('./toolbar-page.ts'),
      permittedExtension(),
    ]);
    workstation = await openAgentWorkstation({ extension: extension.path });
    screen = panelScreen(workstation.panel);
    await watchSites(workstation, [
      origin(),
      `http://localhost:${sipjs.port}`,
      `http://localhost:${toolbar.port}`,
    ]);
    const { browser } = workstation.chromium;
    for (const allowed of [origin(), `http://localhost:${sipjs.port}`]) {
      await browser.defaultBrowserContext().overridePermissions(allowed, ['microphone']);
    }
    page = await browser.newPage();
  });
  afterAll(async () => {
    await workstation?.close();
    await extension?.remove();
    site?.close();
    sipjs?.close();
    toolbar?.close();
  });

  const openPhone = async () => {
    await openPagePhone(page, origin(), workstation.exchange);
    await workstation.panel.waitForSelector('.status-line--ready');
  };

  test('the page cannot tell that it is watched', async () => {
    const plain = await examineSockets(page, `http://127.0.0.1:${site.port}`, workstation.exchange);
    expect(await examineSockets(page, origin(), workstation.exchange)).toEqual(plain);
  });

  test('with SIP.js: rings, is answered in the page, ended by the caller', async () => {
    await page.goto(`http://localhost:${sipjs.port}`);
    await page.waitForFunction(() => 'sipjs' in window);
    const { url: server, domain } = workstation.exchange;
    await page.evaluate((account) => window.sipjs.start(account), {
      ...{ server, domain, ...AGENT, iceServers: [] },
    });
    await workstation.panel.waitForSelector('.status-line--ready');
    workstation.exchange.ring(
      { ...CALLER, onAnswer: [{ do: 'stay-silent', ms: 500 }, { do: 'hang-up' }] },
      AGENT,
    );
    await screen.appears('.ring-dial');
    await page.evaluate(() => window.sipjs.answer());
    await screen.appears('.call-state-row');
    await screen.appears('.wrap-up-panel');
  });

  test("with a vendor's toolbar: its events show the call, and no page can tell", async () => {
    const options = await workstation.chromium.openPage('options.html');
    await chooseProduct(options, 'tencent-tccc');
    await options.close();
    await page.goto(`http://localhost:${toolbar.port}`);
    await page.waitForFunction(() => window.subscribed('callIn'));
    await page.evaluate(() => window.happens('ready', {}));
    await workstation.panel.waitForSelector('.status-line--ready');
    await page.evaluate(() => {
      // A page that changes built-in objects changes nothing here.
      JSON.stringify = () => '{}';
      Array.prototype[Symbol.iterator] = () => {
        throw new Error('changed');
      };
      const hostile = Object.defineProperty({ sessionId: 's', callerPhoneNumber: '+8613900005678' }, 'bad', {
        get: () => {
          throw new Error('getter');
        },
        enumerable: true,
      });
      window.happens('callIn', { ...{ sessionId: 'chat', type: 'im' } });
      window.happens('callIn', hostile);
    });
    await screen.shows('.call-zone', /5678/);
    await screen.shows('.watch-only-actions', /网页/);
    await page.evaluate(() => window.happens('userAccessed', { sessionId: 's' }));
    await screen.appears('.call-state-row');
    await page.evaluate(() => window.happens('sessionEnded', { sessionId: 's', closeBy: 'client' }));
    await screen.appears('.wrap-up-panel');
  });

  describe('with JsSIP', () => {
    test('rings, is answered, held and ended in the page; the panel follows', async () => {
      await openPhone();
      workstation.exchange.ring(CALLER, AGENT);
      await screen.shows('.call-zone', /1234/);
      expect(await workstation.panel.$('.ring-actions')).toBeNull();
      await screen.shows('.watch-only-actions', /网页/);
      await page.evaluate(() => window.phone.answer());
      await screen.shows('.call-state-row', /./);
      await page.evaluate(() => window.phone.hold());
      await screen.shows('.call-state-row', /保持/);
      await page.evaluate(() => window.phone.unhold());
      await page.evaluate(() => window.phone.hangUp());
      await workstation.panel.waitForSelector('.wrap-up-panel');
    });

    test('a page that is loaded anew in a call loses it', async () => {
      const called = workstation.exchange.waitForCallTo('8001');
      await page.evaluate(() => window.phone.dial('8001'));
      await called;
      await screen.appears('.call-state-row');
      await page.reload();
      await screen.appears('.wrap-up-panel');
    });

    test('a page whose sockets are binary is followed too, and a caller who gives up', async () => {
      await openPhone();
      // The page's library is none the wiser: the frames of its socket become binary ones.
      await page.evaluate(() => {
        const { send } = WebSocket.prototype;
        WebSocket.prototype.send = function (data) {
          send.call(this, typeof data === 'string' ? new TextEncoder().encode(data) : data);
        };
      });
      workstation.exchange.ring({ ...CALLER, whileRinging: { do: 'give-up', afterMs: 1500 } }, AGENT);
      await screen.appears('.ring-dial');
      await screen.gone('.ring-dial');
    });

    test('a phone in a frame is followed', async () => {
      await page.goto(`${origin()}/frame`);
      const frame = await page.waitForFrame((one) => one.url() === `${origin()}/`);
      await frame.waitForFunction(() => 'phone' in window);
      await startPhone(frame, workstation.exchange);
      workstation.exchange.ring({ ...CALLER, whileRinging: { do: 'give-up', afterMs: 1500 } }, AGENT);
      await screen.appears('.ring-dial');
      await screen.gone('.ring-dial');
    });

    test('a page that floods invents calls and nothing else; the panel goes on', async () => {
      await page.goto(origin());
      await page.evaluate(async (server) => {
        const socket = new WebSocket(server, 'sip');
        await new Promise((opened) => socket.addEventListener('open', opened));
        for (let at = 0; at < 3000; at += 1) {
          const lines = [
            `INVITE sip:${at}@practice.invalid SIP/2.0`,
            'Via: SIP/2.0/WS page.invalid;branch=z9hG4bKflood',
            `From: <sip:${at}@practice.invalid>;tag=f`,
            `To: <sip:<img src=x onerror=alert(1)>${at}@practice.invalid>`,
            `Call-ID: flood-${at}`,
            'CSeq: 1 INVITE',
          ];
          socket.send(`${lines.join('\r\n')}\r\n\r\n`);
        }
      }, workstation.exchange.url);
      await page.goto('about:blank');
      await screen.gone('.watch-only-actions');
      expect(await workstation.panel.$('img[src="x"]')).toBeNull();
    });

    test('a page does not notice that the extension goes away in a call', async () => {
      await openPhone();
      workstation.exchange.ring(CALLER, AGENT);
      await screen.appears('.ring-dial');
      await page.evaluate(() => window.phone.answer());
      await screen.appears('.call-state-row');
      await workstation.chromium.browser.uninstallExtension(workstation.chromium.id);
      const byes = () =>
        workstation.exchange.requests.filter(({ request }) => request.method === 'BYE').length;
      const before = byes();
      await page.evaluate(() => window.phone.hangUp());
      await until('the BYE arrives', () => byes() > before);
      expect(await page.evaluate(() => window.phone.happened.at(-1))).toMatch(/^ended local/);
    });
  });
});
