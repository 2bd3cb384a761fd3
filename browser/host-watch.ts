import { HOST_LOCK } from '../contract/messages/host-message.ts';
import { hostIsAlive, pingHost } from './host-pulse.ts';

interface WatchPorts {
  /** No host lives. Called before each request for another one. */
  readonly onMissing: () => void;
  /** Asks the background for a host. */
  readonly wakeHost: () => Promise<unknown>;
  /** A host runs again. */
  readonly onBack: () => Promise<void>;
}

const PING_EVERY_MS = 5000;
/** Between checks for the next host, which starts within a second. */
const CHECK_EVERY_MS = 250;
/** Far longer than a start that succeeds; afterwards a host is requested again. */
const HOST_STARTS_WITHIN_MS = 5000;

/**
 * Watches from a page whether the phone host lives. Its lock shows its death at once; pings show a
 * host that hangs.
 */
export class HostWatch {
  readonly #ports: WatchPorts;
  readonly #closing = new AbortController();

  constructor(ports: WatchPorts) {
    this.#ports = ports;
  }

  start(): void {
    void this.#watch();
  }

  close(): void {
    this.#closing.abort();
  }

  async #watch(): Promise<void> {
    while (!this.#isClosed) {
      await this.#untilMissing();
      await this.#untilBack();
      if (!this.#isClosed) await this.#ports.onBack();
    }
  }

  get #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  async #untilMissing(): Promise<void> {
    const found = new AbortController();
    const signal = AbortSignal.any([found.signal, this.#closing.signal]);
    await Promise.race([lockIsFree(signal), hostIsSilent(signal)]);
    found.abort();
  }

  async #untilBack(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      this.#ports.onMissing();
      try {
        await this.#ports.wakeHost();
      } catch (error) {
        console.warn('phone host: could not be requested', error);
      }
      for (let waited = 0; waited < HOST_STARTS_WITHIN_MS; waited += CHECK_EVERY_MS) {
        if (signal.aborted || (await hostIsRunning())) return;
        await sleep(CHECK_EVERY_MS, signal);
      }
    }
  }
}

async function hostIsRunning(): Promise<boolean> {
  return (await pingHost({ tries: 1, withinMs: CHECK_EVERY_MS })) === 'running';
}

/** Resolves when nobody holds the host's lock, or when aborted. */
async function lockIsFree(signal: AbortSignal): Promise<void> {
  try {
    await navigator.locks.request(HOST_LOCK, { mode: 'shared', signal }, () => {});
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Resolves when the host no longer answers, or when aborted. */
async function hostIsSilent(signal: AbortSignal): Promise<void> {
  do await sleep(PING_EVERY_MS, signal);
  while (!signal.aborted && (await hostIsAlive()));
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
