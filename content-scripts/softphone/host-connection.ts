import { browser } from 'wxt/browser';
import type { PageReport } from '../../calls/sources/tap/softphone-page.ts';
import { TAP_PORT } from '../../contract/messages/page-message.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Keeps a page connected with the phone host, which may start later or be made anew. Ends with the
 * extension: the page then goes on without it.
 */
export class HostConnection {
  readonly #greet: () => readonly PageReport[];
  #port: ReturnType<typeof browser.runtime.connect> | null = null;
  #pauseMs = FIRST_PAUSE_MS;

  /** `greet`: what a host has to know that connects now. */
  constructor(greet: () => readonly PageReport[]) {
    this.#greet = greet;
    this.#connect();
  }

  send(message: PageReport): void {
    try {
      this.#port?.postMessage(message);
    } catch {
      // Disconnected: the greeting of the next connection says it.
    }
  }

  #connect(): void {
    // The extension was removed, switched off or updated.
    if (browser.runtime?.id === undefined) return;
    try {
      const port = browser.runtime.connect({ name: TAP_PORT });
      this.#port = port;
      port.onDisconnect.addListener(() => {
        // Read, or Chromium writes into the page's console that nobody listens.
        void browser.runtime.lastError;
        if (this.#port === port) this.#port = null;
        setTimeout(() => this.#connect(), this.#pauseMs);
        this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      });
      port.onMessage.addListener(() => {
        this.#pauseMs = FIRST_PAUSE_MS;
      });
      for (const message of this.#greet()) port.postMessage(message);
    } catch {
      // As above.
    }
  }
}
