import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { examinePeers } from '../helpers/examine-peers.ts';
import { describeWith } from '../helpers/need-program.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { permittedExtension } from '../helpers/permitted-extension.ts';
import { watchSites } from '../helpers/softphone-page.ts';
import { servePhone } from '../helpers/stock-phone/launch.ts';
import { until } from '../helpers/until.ts';

/** Four seconds of sound: longer than it takes to see a call. */
const ENOUGH_PACKETS = 200;

describeWith(['chromium'], 'a page whose calls only its audio shows', () => {
  let site: { readonly port: number; close(): void };
  let extension: { path: string; remove(): Promise<void> };
  let workstation: AgentWorkstation;
  /** The agent's page, which is watched, and the caller's, which is not. */
  let page: Page;
  let caller: Page;
  let screen: ReturnType<typeof panelScreen>;
  const watched = () => `http://localhost:${site.port}`;
  const plain = () => `http://127.0.0.1:${site.port}`;

  beforeAll(async () => {
    [site, extension] = await Promise.all([servePhone('./peer-page.ts'), permittedExtension()]);
    workstation = await openAgentWorkstation({ extension: extension.path });
    screen = panelScreen(workstation.panel);
    await watchSites(workstation, [watched()]);
    const { browser } = workstation.chromium;
    for (const origin of [watched(), plain()])
      await browser.defaultBrowserContext().overridePermissions(origin, ['microphone']);
    caller = await browser.newPage();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await workstation?.close();
    await extension?.remove();
    site?.close();
  });

  const open = async (one: Page, url: string) => {
    await one.goto(url);
    await one.waitForFunction(() => 'peers' in window);
  };
  const negotiate = async () => {
    const offer = await page.evaluate(() => window.peers.offer('call'));
    const answer = await caller.evaluate((sdp) => window.peers.answer('call', sdp), offer);
    await page.evaluate((sdp) => window.peers.accept('call', sdp), answer);
  };
  const call = async () => {
    for (const one of [page, caller]) await one.evaluate(() => window.peers.open('call'));
    await negotiate();
  };

  test('the page cannot tell that it is watched', async () => {
    const unwatched = await examinePeers(page, plain());
    expect(await examinePeers(page, watched())).toEqual(unwatched);
  });

  test('pairs within the page, video and data alone are no calls', async () => {
    await open(page, watched());
    await page.evaluate(async () => {
      for (const name of ['one', 'other']) await window.peers.open(name);
      for (const name of ['video', 'screen']) await window.peers.open(name, 'video');
      for (const name of ['data', 'chat']) await window.peers.open(name, 'data');
      await window.peers.connect('one', 'other');
      await window.peers.connect('video', 'screen');
      await window.peers.connect('data', 'chat');
    });
    for (const name of ['one', 'other']) {
      await until('sound goes both ways', async () => {
        return (await page.evaluate((of) => window.peers.received(of), name)) > ENOUGH_PACKETS;
      });
    }
    expect(await workstation.panel.$('.watch-only-actions')).toBeNull();
  });

  test('is shown from its answer on, held and ended, and says how it is known', async () => {
    await Promise.all([open(page, watched()), open(caller, plain())]);
    await page.bringToFront();
    await call();
    await screen.appears('.call-state-row');
    await screen.shows('.watch-only-actions', /按网页的声音判断/);
    await page.evaluate(() => window.peers.direct('call', 'sendonly'));
    await negotiate();
    await screen.shows('.call-state-row', /保持/);
    await page.evaluate(() => window.peers.direct('call', 'sendrecv'));
    await negotiate();
    await until('the call is not held', async () => {
      const row = await workstation.panel.$eval('.call-state-row', (one) => one.textContent);
      return !/保持/.test(row ?? '');
    });
    await page.evaluate(() => window.peers.close('call'));
    await screen.appears('.wrap-up-panel');
  });

  test('ends by silence where the page keeps its connection, and with the page', async () => {
    await Promise.all([open(page, watched()), open(caller, plain())]);
    await page.bringToFront();
    await call();
    await screen.appears('.call-state-row');
    for (const one of [page, caller]) await one.evaluate(() => window.peers.quiet('call'));
    await screen.gone('.call-state-row');
    await page.evaluate(() => window.peers.close('call'));
    await page.evaluate(() => window.peers.open('call'));
    await caller.evaluate(() => window.peers.open('call'));
    await negotiate();
    await screen.appears('.call-state-row');
    await page.reload();
    await screen.gone('.call-state-row');
  });
});
