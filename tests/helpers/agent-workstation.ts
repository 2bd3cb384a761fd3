import type { Page } from 'puppeteer-core';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import type { ExchangeOptions } from '../../practice/exchange-options.ts';
import { type ChromiumOptions, type ExtensionChromium, launchChromium } from './extension-chromium.ts';
import { setUpAgent } from './set-up-agent.ts';

/** A real Chromium with the extension, set up for an account at a practice exchange. */
export interface AgentWorkstation {
  readonly chromium: ExtensionChromium;
  readonly exchange: Exchange;
  /** The real side panel, open. */
  readonly panel: Page;
  close(): Promise<void>;
}

export const AGENT = { user: '0283', password: 'for-practice-only' } as const;
export const PASSPHRASE = 'a passphrase for practice';

interface WorkstationOptions extends ChromiumOptions {
  /** False leaves the phone unregistered, because something is missing on purpose. */
  readonly registers?: boolean;
  /** How dialled numbers behave, if not as the exchange's defaults. */
  readonly callees?: ExchangeOptions['callees'];
}

export async function openAgentWorkstation({
  registers = true,
  callees,
  ...options
}: WorkstationOptions = {}): Promise<AgentWorkstation> {
  const exchange = await startExchange({ users: [AGENT], ...(callees === undefined ? {} : { callees }) });
  const chromium = await launchChromium(options);
  try {
    const page = await chromium.openPage('options.html');
    await setUpAgent(page, {
      passphrase: PASSPHRASE,
      sipServer: exchange.url,
      sipDomain: exchange.domain,
      sipUser: AGENT.user,
      password: AGENT.password,
    });
    const panel = await chromium.openPanel();
    if (options.headless ?? true) await panel.setViewport({ width: 400, height: 820 });
    if (registers) {
      await exchange.waitForRegistration(AGENT.user);
      await panel.waitForSelector('.status-line--ready');
    }
    return { chromium, exchange, panel, close: () => closeAll(chromium, exchange) };
  } catch (error) {
    await closeAll(chromium, exchange);
    throw error;
  }
}

async function closeAll(chromium: ExtensionChromium, exchange: Exchange): Promise<void> {
  await chromium.close();
  await exchange.stop();
}
