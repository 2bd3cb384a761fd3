import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core';
import { until } from './until.ts';

/**
 * The extension's service worker. An attached debugger would keep it alive, so each call attaches,
 * evaluates and detaches.
 */
export class ExtensionWorker {
  readonly #browser: Browser;
  readonly #control: CDPSession;
  readonly #origin: string;

  /** `control` is a session with the browser itself, not with a page. */
  constructor(browser: Browser, control: CDPSession, id: string) {
    this.#browser = browser;
    this.#control = control;
    this.#origin = `chrome-extension://${id}/`;
  }

  /**
   * Value of an expression in the worker; a promise is awaited. Waits for the worker if it is about
   * to start.
   */
  async evaluate(expression: string): Promise<unknown> {
    const target = await this.#browser.waitForTarget((candidate) => this.#isWorker(candidate), {
      timeout: 15_000,
    });
    const session = await target.createCDPSession();
    try {
      await until('the worker knows the extension APIs', async () => {
        const { result } = await session.send('Runtime.evaluate', { expression: 'typeof chrome' });
        return result.value === 'object';
      });
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) {
        throw new Error(`In the worker: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      }
      return result.value;
    } finally {
      await session.detach();
    }
  }

  /**
   * Ends the worker as the browser does after 30 s idle, and waits until it is gone. The next event
   * may already have started another.
   */
  async kill(): Promise<void> {
    const info = await this.#info();
    if (info === undefined) throw new Error('There is no service worker to kill.');
    await this.#control.send('Target.closeTarget', { targetId: info.targetId });
    await until('the service worker is gone', async () => (await this.#info())?.targetId !== info.targetId);
  }

  /** True while a debugger keeps it alive. */
  async isWatched(): Promise<boolean> {
    return (await this.#info())?.attached === true;
  }

  #isWorker(target: Target): boolean {
    return target.type() === 'service_worker' && target.url().startsWith(this.#origin);
  }

  async #info(): Promise<Protocol.Target.TargetInfo | undefined> {
    const { targetInfos } = await this.#control.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(this.#origin));
  }
}
