import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenario } from '../../practice/scenario.ts';
import { AGENT } from '../helpers/agent-workstation.ts';
import { answerPageReading } from '../helpers/firefox-prompt.ts';
import { type FirefoxWorkstation, openFirefoxWorkstation } from '../helpers/firefox-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { chooseWebSoftphone, examineSockets, openPagePhone } from '../helpers/softphone-page.ts';
import { servePhone } from '../helpers/stock-phone/launch.ts';

const CALLER = scenario({
  id: 'caller-of-a-page',
  title: 'Rings, and stays on',
  caller: { number: '+8613900001234', displayName: null },
  onAnswer: [{ do: 'stay-on' }],
});

describeWith(['firefox-esr'], 'a softphone in a web page in Firefox', () => {
  let workstation: FirefoxWorkstation;
  let site: { readonly port: number; close(): void };
  let page: Page;
  const origin = () => `http://localhost:${site.port}`;

  beforeAll(async () => {
    [site, workstation] = await Promise.all([servePhone(), openFirefoxWorkstation()]);
    const { firefox, options, exchange } = workstation;
    await options.bringToFront();
    await chooseWebSoftphone(options, origin());
    await answerPageReading(firefox.browser, 'allow');
    await exchange.waitForUnregistration(AGENT.user);
    page = await firefox.browser.newPage();
  });
  afterAll(async () => {
    await workstation?.close();
    site?.close();
  });

  test('the page cannot tell that it is watched', async () => {
    const plain = await examineSockets(page, `http://127.0.0.1:${site.port}`, workstation.exchange);
    expect(await examineSockets(page, origin(), workstation.exchange)).toEqual(plain);
  });

  test('a call of the page is shown in the sidebar, without buttons that do nothing', async () => {
    await openPagePhone(page, origin(), workstation.exchange);
    workstation.exchange.ring(CALLER, AGENT);
    await workstation.sidebar.shows('.call-zone', /1234/);
    await workstation.sidebar.shows('.watch-only-actions', /网页/);
    await page.evaluate(() => window.phone.answer());
    await workstation.sidebar.shows('.call-state-row', /./);
    await page.evaluate(() => window.phone.hangUp());
    await workstation.sidebar.shows('.wrap-up-panel', /./);
  });
});
