import type { Clock } from '../clock.ts';

/** How often the first server is tried while another one is in use, ms. */
const TRY_EVERY_MS = 30_000;
const OPEN_LIMIT_MS = 4_000;
/** A server that comes and goes must not take the phone with it each time. */
const GOOD_TRIES = 3;

interface Needs {
  readonly clock: Clock;
  /** The first server's URL. */
  readonly url: string;
  readonly isOnFirstServer: () => boolean;
  /** No call would notice the change of the connection. */
  readonly isIdle: () => boolean;
  readonly onStable: () => void;
}

/** Watches for the first server's return while another one is in use. */
export class ServerReturn {
  readonly #needs: Needs;
  #goodTries = 0;
  #cancel: () => void = () => {};

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  start(): void {
    this.#cancel = this.#needs.clock.after(TRY_EVERY_MS, () => {
      this.start();
      if (this.#needs.isOnFirstServer()) this.#goodTries = 0;
      else this.#try();
    });
  }

  stop(): void {
    this.#cancel();
  }

  #try(): void {
    const socket = new WebSocket(this.#needs.url, 'sip');
    let isOver = false;
    const done = (isGood: boolean) => {
      if (isOver) return;
      isOver = true;
      cancel();
      socket.close();
      this.#goodTries = isGood ? this.#goodTries + 1 : 0;
      if (this.#goodTries < GOOD_TRIES || !this.#needs.isIdle()) return;
      this.#goodTries = 0;
      this.#needs.onStable();
    };
    const cancel = this.#needs.clock.after(OPEN_LIMIT_MS, () => done(false));
    socket.onopen = () => done(true);
    socket.onerror = () => done(false);
    socket.onclose = () => done(false);
  }
}
