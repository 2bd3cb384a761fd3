import { Backoff } from '../calls/timing/backoff.ts';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import type { HostFailure } from '../contract/messages/background-request.ts';

/** Where the phone host runs: an offscreen document, or Firefox's background page. */
export interface HostPlace {
  /** Whether there is one, dead or alive. */
  exists(): Promise<boolean>;
  /** Whether it proves that it lives. */
  isAlive(): Promise<boolean>;
  create(): Promise<void>;
  close(): Promise<void>;
}

interface LifecycleNeeds {
  readonly place: HostPlace;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly random: () => number;
  /** There is no host now, and why. */
  readonly onOut: (reason: HostFailure) => void;
}

/** Pauses between starts that fail. A store on a network drive is there within seconds. */
export const RESTART_LIMITS = { leastMs: 500, firstMs: 1000, longestMs: 30_000 } as const;

/**
 * Keeps one phone host alive. A host that cannot start is closed, and a new one is made after a
 * pause that grows; one that does not prove that it lives is replaced.
 */
export class HostLifecycle {
  readonly #needs: LifecycleNeeds;
  readonly #queue = new SerialQueue();
  readonly #backoff: Backoff;
  #cancelPause: (() => void) | null = null;
  #ensuring: Promise<void> | null = null;

  constructor(needs: LifecycleNeeds) {
    this.#needs = needs;
    this.#backoff = new Backoff(RESTART_LIMITS, needs.random);
  }

  /** Makes a host if none lives, unless a start has just failed. Called twice, it makes one. */
  ensure(): Promise<void> {
    this.#ensuring ??= this.#queue
      .run(async () => {
        if (await this.#isThere()) return;
        if (this.#cancelPause === null) await this.#create();
      })
      .finally(() => {
        this.#ensuring = null;
      });
    return this.#ensuring;
  }

  /** Closes the host even if it lives, and makes a new one at once. */
  restart(): Promise<void> {
    return this.#queue.run(async () => {
      this.#endPause();
      this.#backoff.reset();
      await this.#close();
      await this.#create();
    });
  }

  /** The host runs: the next failure is followed by the shortest pause again. */
  started(): void {
    this.#backoff.reset();
  }

  /** The host says that it could not start. */
  startFailed(reason: HostFailure): Promise<void> {
    return this.#queue.run(() => this.#giveUp(reason));
  }

  async #isThere(): Promise<boolean> {
    const { place, onOut } = this.#needs;
    if (!(await place.exists())) return false;
    if (await place.isAlive()) return true;
    onOut('other');
    await this.#close();
    return false;
  }

  async #create(): Promise<void> {
    try {
      await this.#needs.place.create();
    } catch (error) {
      console.error('phone host: could not be made', error);
      await this.#giveUp('other');
    }
  }

  async #giveUp(reason: HostFailure): Promise<void> {
    const { after, onOut } = this.#needs;
    onOut(reason);
    await this.#close();
    this.#endPause();
    this.#cancelPause = after(this.#backoff.next(), () => {
      this.#cancelPause = null;
      void this.ensure();
    });
  }

  async #close(): Promise<void> {
    const { place } = this.#needs;
    try {
      if (await place.exists()) await place.close();
    } catch (error) {
      // It may have closed itself meanwhile; otherwise the next `create` fails and is tried again.
      console.warn('phone host: could not be closed', error);
    }
  }

  #endPause(): void {
    this.#cancelPause?.();
    this.#cancelPause = null;
  }
}
