import type { Page } from 'puppeteer-core';
import { normalCaller } from '../../practice/scenarios/normal-caller.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../../tests/helpers/agent-workstation.ts';
import { panelScreen } from '../../tests/helpers/panel-screen.ts';
import { permittedExtension } from '../../tests/helpers/permitted-extension.ts';
import { watchSites } from '../../tests/helpers/softphone-page.ts';
import { servePhone } from '../../tests/helpers/stock-phone/launch.ts';
import type { Narrator } from './narrator.ts';

/** A softphone in a web page, and the panel beside it, which only watches. */
export interface DemoCompanion {
  readonly agent: AgentWorkstation;
  readonly page: Page;
  close(): Promise<void>;
}

/** The pages' permission is granted before: a demo cannot press the browser's own prompt. */
export async function openCompanion(headless: boolean, narrator: Narrator): Promise<DemoCompanion> {
  const [site, extension] = await Promise.all([servePhone('./visible-page.ts'), permittedExtension()]);
  const origin = `http://localhost:${site.port}`;
  const agent = await openAgentWorkstation({ headless, extension: extension.path });
  await watchSites(agent, [origin]);
  narrator.report(`the extension watches ${origin} and has no phone of its own any more`);
  const { browser } = agent.chromium;
  await browser.defaultBrowserContext().overridePermissions(origin, ['microphone']);
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => 'softphone' in window);
  await page.evaluate(
    (url, user, password, domain) => window.softphone.start(url, user, password, domain),
    ...([agent.exchange.url, AGENT.user, AGENT.password, agent.exchange.domain] as const),
  );
  await page.waitForSelector('body[data-state="空闲"]');
  await agent.panel.waitForSelector('.status-line--ready');
  narrator.report('the page has registered; the panel says that the phone is ready');
  return {
    ...{ agent, page },
    async close() {
      if (browser.connected) await agent.close();
      else await agent.exchange.stop();
      site.close();
      await extension.remove();
    },
  };
}

/** One call that is answered in the page; the panel follows. */
export async function watchOneCall({ agent, page }: DemoCompanion, narrator: Narrator): Promise<void> {
  const screen = panelScreen(agent.panel);
  const call = agent.exchange.ring(normalCaller, { user: AGENT.user });
  await screen.appears('.ring-dial');
  await narrator.picture(page, 'page-ringing');
  await narrator.picture(agent.panel, 'companion-ringing');
  narrator.report(`the page rings; the panel counts: ${await screen.text('.ring-dial__count')}`);
  await (await page.waitForSelector('button:not([disabled])'))?.click();
  await call.until('answered');
  await screen.appears('.script-card:not(.script-card--ahead) .script-card__step');
  narrator.report(`answered in the page; greeting shown: “${await screen.text('.script-card__step')}”`);
  await narrator.picture(agent.panel, 'companion-greeting');
  const { end } = await call.until('ended', { timeoutMs: 30_000 });
  narrator.report(end.how === 'hung-up' ? `ended by the ${end.by}` : `ended: ${end.how}`);
  await screen.appears('.wrap-up-form');
  await narrator.picture(agent.panel, 'companion-wrap-up');
}
