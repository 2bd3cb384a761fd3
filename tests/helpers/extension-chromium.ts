import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { CHROME_EXTENSION_ID } from '../../tools/stable-chrome-key.ts';
import { giveBack, idleChromium, type PooledChromium, pooledProfile } from './chromium-pool.ts';
import { ExtensionWorker } from './extension-worker.ts';
import { findProgram } from './find-program.ts';
import { until } from './until.ts';

export interface ChromiumOptions {
  /** Folder of the unpacked extension; by default CHROME_EXTENSION, or the built one. */
  readonly extension?: string;
  /** Profile folder to keep for restarts; without it a temporary one is removed at `close`. */
  readonly profile?: string;
  /** The browser's answer to the microphone prompt; `ask` leaves it open. */
  readonly microphone?: 'granted' | 'denied' | 'ask';
  /** A wav file for the fake microphone instead of beeps. It must end in a second of silence. */
  readonly voice?: string;
  /** Language of browser and extension, as in `zh-CN`. */
  readonly language?: string;
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** True starts a browser for this test alone, where the browser's own settings are the point. */
  readonly ownBrowser?: true;
}

/** A running Chromium with the extension in it. Close it, or its processes stay. */
export interface ExtensionChromium {
  readonly browser: Browser;
  readonly id: string;
  readonly profile: string;
  /** The background service worker; no debugger stays attached to it. */
  readonly worker: ExtensionWorker;
  /** Address of a page of the extension: `url('options.html')`. */
  url(path: string): string;
  /** Opens a page of the extension in a tab. */
  openPage(path: string): Promise<Page>;
  /** Opens the real side panel by the toolbar button, or returns the open one. */
  openPanel(): Promise<Page>;
  /** Closes the side panel like its close button: the document is destroyed. */
  closePanel(): Promise<void>;
  /** The phone host's page; waits for it. */
  offscreen(): Promise<Page>;
  setMicrophone(state: 'granted' | 'denied' | 'prompt'): Promise<void>;
  close(): Promise<void>;
}

/** Starts a real Chromium with the built extension, fake devices, and loopback media allowed. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<ExtensionChromium> {
  const extension = resolve(options.extension ?? process.env['CHROME_EXTENSION'] ?? '.output/chrome-mv3');
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`No built extension in ${extension}: run \`npm run build\` first.`);
  }
  const pooled = isPoolable(options);
  const chromium = (pooled ? idleChromium() : undefined) ?? (await startChromium(options, pooled));
  await chromium.browser.installExtension(extension);
  const control = await chromium.browser.target().createCDPSession();
  const close = async () => {
    if (pooled) {
      await control.send('Browser.resetPermissions');
      await control.detach();
      await giveBack(chromium, CHROME_EXTENSION_ID);
      return;
    }
    await chromium.browser.close();
    if (options.profile === undefined) await removeFolder(chromium.profile);
  };
  const running = new RunningChromium(chromium, control, close);
  if (options.microphone !== 'ask') await running.setMicrophone(options.microphone ?? 'granted');
  return running;
}

/** A browser has the time zone of the test that started it. */
const OWN_ZONE = process.env['TZ'];

/** True where the browser itself is as all others: it may serve the next test too. */
function isPoolable({ ownBrowser, profile, voice, language, headless, args }: ChromiumOptions): boolean {
  const own = [ownBrowser, profile, voice, language, headless, args];
  return process.env['TZ'] === OWN_ZONE && own.every((option) => option === undefined);
}

async function startChromium(options: ChromiumOptions, pooled: boolean): Promise<PooledChromium> {
  const profile = options.profile ?? (pooled ? pooledProfile() : await temporaryProfile());
  const language = options.language ?? 'zh-CN';
  const browser = await puppeteer.launch({
    executablePath: findProgram('chromium', 'chromium-browser', 'google-chrome') ?? 'chromium',
    headless: options.headless ?? true,
    pipe: true,
    userDataDir: profile,
    enableExtensions: true,
    env: {
      ...process.env,
      LANGUAGE: language.replace('-', '_'),
      LANG: `${language.replace('-', '_')}.UTF-8`,
    },
    args: [...CHROMIUM_ARGS, `--lang=${language}`, ...voiceArgs(options.voice), ...(options.args ?? [])],
  });
  return { browser, profile };
}

/** No background traffic, and media on loopback. Root needs `--no-sandbox`. */
const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--allow-loopback-in-peer-connection',
];

function voiceArgs(voice: string | undefined): string[] {
  return voice === undefined ? [] : [`--use-file-for-fake-audio-capture=${resolve(voice)}%noloop`];
}

class RunningChromium implements ExtensionChromium {
  readonly browser: Browser;
  readonly id = CHROME_EXTENSION_ID;
  readonly profile: string;
  readonly worker: ExtensionWorker;
  readonly #control: CDPSession;
  readonly #close: () => Promise<void>;
  #panelBehaviorSeen = false;
  #closed = false;

  constructor({ browser, profile }: PooledChromium, control: CDPSession, close: () => Promise<void>) {
    this.browser = browser;
    this.profile = profile;
    this.worker = new ExtensionWorker(browser, control, CHROME_EXTENSION_ID);
    this.#control = control;
    this.#close = close;
  }

  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  async openPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    // On a busy machine the extension is loaded before its pages are served.
    await until(`${path} is served`, async () => {
      try {
        await page.goto(this.url(path));
        return true;
      } catch (error) {
        if (String(error).includes('ERR_BLOCKED_BY_CLIENT')) return false;
        throw error;
      }
    });
    return page;
  }

  async openPanel(): Promise<Page> {
    if (this.#panel() === undefined) {
      await this.#panelOpensOnAction();
      const [tab] = await this.browser.pages();
      const extension = (await this.browser.extensions()).get(this.id);
      if (extension === undefined) throw new Error(`Chromium does not list the extension ${this.id}.`);
      await extension.triggerAction(tab ?? (await this.browser.newPage()));
    }
    const target = await this.browser.waitForTarget(
      (target) => target.url().startsWith(this.url(PANEL)),
      PATIENCE,
    );
    const panel = await target.asPage();
    await panel.waitForFunction(() => document.readyState === 'complete', PATIENCE);
    return panel;
  }

  async closePanel(): Promise<void> {
    const panel = await this.#panel()?.asPage();
    if (panel === undefined) return;
    await panel.evaluate(() => setTimeout(() => window.close()));
    await until('the side panel is gone', () => this.#panel() === undefined);
  }

  async offscreen(): Promise<Page> {
    const target = await this.browser.waitForTarget(
      (target) => target.url().startsWith(this.url('offscreen.html')),
      PATIENCE,
    );
    return await target.asPage();
  }

  async setMicrophone(state: 'granted' | 'denied' | 'prompt'): Promise<void> {
    await this.#control.send('Browser.setPermission', {
      origin: `chrome-extension://${this.id}`,
      permission: { name: 'microphone' },
      setting: state,
    });
  }

  async close(): Promise<void> {
    // A browser that was given back may serve another test by now.
    if (this.#closed || !this.browser.connected) return;
    this.#closed = true;
    await this.#close();
  }

  #panel() {
    return this.browser.targets().find((target) => target.url().startsWith(this.url(PANEL)));
  }

  /** Before the worker sets `openPanelOnActionClick` the toolbar button does nothing. */
  async #panelOpensOnAction(): Promise<void> {
    if (this.#panelBehaviorSeen) return;
    await until('the toolbar button opens the panel', async () => {
      const opens = 'chrome.sidePanel.getPanelBehavior().then((now) => now.openPanelOnActionClick)';
      return (await this.worker.evaluate(opens)) === true;
    });
    this.#panelBehaviorSeen = true;
  }
}

async function temporaryProfile(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'sansheng-chromium-'));
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

const PANEL = 'sidepanel.html';
const PATIENCE = { timeout: 15_000 };
