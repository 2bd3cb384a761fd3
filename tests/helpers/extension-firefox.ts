import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { FIREFOX_EXTENSION_ID } from '../../tools/firefox-id.ts';
import { findProgram } from './find-program.ts';
import { FirefoxSidebar } from './firefox-sidebar.ts';

export interface FirefoxOptions {
  /** Folder of the unpacked extension; the built one by default. */
  readonly extension?: string;
  /** Profile folder to keep; without it a temporary one is used and removed. */
  readonly profile?: string;
  /** `granted` skips the prompt by a test preference; `ask` and `denied` behave as for an agent. */
  readonly microphone?: 'granted' | 'denied' | 'ask';
  /** Language of browser and extension, as in `zh-CN`. */
  readonly language?: string;
  readonly headless?: boolean;
  /** Added to the environment, for example a sound server's address. */
  readonly env?: Readonly<Record<string, string>>;
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
}

/** A running Firefox with the extension in it. Close it, or its processes stay. */
export interface ExtensionFirefox {
  readonly browser: Browser;
  /** Address of a page of the extension: `url('options.html')`. */
  url(path: string): string;
  /** Opens a page of the extension in a tab. */
  openPage(path: string): Promise<Page>;
  /**
   * Opens the real sidebar by a click on a page, which must stay open while the sidebar is read.
   */
  openSidebar(): Promise<FirefoxSidebar>;
  close(): Promise<void>;
}

/** Firefox gives each installation a random address; a preference fixes it. */
const ADDRESS = '3a11ca11-0000-4000-8000-00005a95e9e9';

/** Starts a real Firefox with the built extension, fake devices, and loopback media allowed. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<ExtensionFirefox> {
  const extension = resolve(options.extension ?? '.output/firefox-mv2');
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`No built extension in ${extension}: run \`npm run build\` first.`);
  }
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findProgram('firefox-esr', 'firefox') ?? 'firefox',
    headless: options.headless ?? true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...preferences(options), ...options.preferences },
    env: { ...process.env, ...options.env },
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  });
  await browser.installExtension(extension);
  return new RunningFirefox(browser);
}

function preferences({ microphone = 'granted', language = 'zh-CN' }: FirefoxOptions) {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_EXTENSION_ID]: ADDRESS }),
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': microphone === 'granted',
    // Fake streams need the permission prompt, too.
    'media.navigator.permission.force': microphone !== 'granted',
    // Allowed, ask, blocked (nsIPermissionManager). The preference above answers the prompt only.
    'permissions.default.microphone': { granted: 1, ask: 0, denied: 2 }[microphone],
    'media.peerconnection.ice.loopback': true,
    'media.autoplay.default': 0,
    'intl.locale.requested': language,
  };
}

class RunningFirefox implements ExtensionFirefox {
  readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  url(path: string): string {
    return `moz-extension://${ADDRESS}/${path}`;
  }

  async openPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    // The driver gets no load event of an extension's page: wait for the document itself.
    await page.goto(this.url(path), { waitUntil: [] });
    const address = JSON.stringify(this.url(path));
    await page.waitForFunction(`location.href === ${address} && document.readyState === 'complete'`);
    return page;
  }

  async openSidebar(): Promise<FirefoxSidebar> {
    const sidebar = new FirefoxSidebar(await this.openPage('options.html'));
    await sidebar.open();
    return sidebar;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
