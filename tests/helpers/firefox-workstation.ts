import type { Page } from 'puppeteer-core';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { AGENT, PASSPHRASE } from './agent-workstation.ts';
import { type ExtensionFirefox, type FirefoxOptions, launchFirefox } from './extension-firefox.ts';
import type { FirefoxSidebar } from './firefox-sidebar.ts';
import { setUpAgent } from './set-up-agent.ts';

/** A real Firefox with the extension, set up for an account at a practice exchange. */
export interface FirefoxWorkstation {
  readonly firefox: ExtensionFirefox;
  readonly exchange: Exchange;
  /** The options page used for the set-up; it shares its process with the phone host. */
  readonly options: Page;
  /** The real sidebar, open. */
  readonly sidebar: FirefoxSidebar;
  close(): Promise<void>;
}

export async function openFirefoxWorkstation(options: FirefoxOptions = {}): Promise<FirefoxWorkstation> {
  const exchange = await startExchange({ users: [AGENT] });
  const firefox = await launchFirefox(options);
  const close = async () => {
    await firefox.close();
    await exchange.stop();
  };
  try {
    const page = await firefox.openPage('options.html');
    await setUpAgent(page, {
      passphrase: PASSPHRASE,
      sipServer: exchange.url,
      sipDomain: exchange.domain,
      sipUser: AGENT.user,
      password: AGENT.password,
    });
    await exchange.waitForRegistration(AGENT.user);
    const sidebar = await firefox.openSidebar();
    return { firefox, exchange, options: page, sidebar, close };
  } catch (error) {
    await close();
    throw error;
  }
}
