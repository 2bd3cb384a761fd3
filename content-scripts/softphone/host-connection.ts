import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PageReport } from '../../calls/sources/tap/softphone-page.ts';
import { pageOrderSchema, TAP_PORT } from '../../contract/messages/page-message.ts';
import type { Adapter } from '../../contract/pack/adapter.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

interface ConnectionPorts {
  /** What a host has to know that connects now. */
  readonly greet: () => readonly PageReport[];
  /** The adapter that the host names; null for SIP alone. */
  readonly onAdapter: (adapter: Adapter | null) => void;
}

/**
 * Keeps a page connected with the phone host, which may start later or be made anew. Ends with the
 * extension: the page then goes on without it.
 */
export class HostConnection {
  readonly #ports: ConnectionPorts;
  #port: ReturnType<typeof browser.runtime.connect> | null = null;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(ports: ConnectionPorts) {
    this.#ports = ports;
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
      port.onMessage.addListener((message: unknown) => {
        this.#pauseMs = FIRST_PAUSE_MS;
        const order = v.safeParse(pageOrderSchema, message);
        if (order.success) this.#ports.onAdapter(order.output.adapter);
      });
      for (const message of this.#ports.greet()) port.postMessage(message);
    } catch {
      // As above.
    }
  }
}
