import { Backoff } from '../../calls/timing/backoff.ts';
import { FrameReader, HEARTBEAT_MS, type Received } from '../../contract/api/events/event-frames.ts';

export interface EventPorts {
  /**
   * Opens the event stream with the token of the device. Rejects while the server cannot be
   * reached.
   */
  readonly open: (lastEventId: string | null, signal: AbortSignal) => Promise<Response>;
  readonly received: (event: Received['event']) => void;
  /** `refused`: the server rejects this device; it connects again only after `again`. */
  readonly stateChanged: (state: 'open' | 'closed' | 'refused') => void;
  /** 0…1, for jitter when all browsers reconnect after a server failure. */
  readonly random: () => number;
}

/** Two heartbeats are missing: the connection is dead, even if the socket is open. */
const SILENT_FOR_MS = 2.5 * HEARTBEAT_MS;
const RECONNECT_LIMITS = { firstMs: 2_000, longestMs: 60_000 };
/** A revoked device, a member who left, or a too old extension: trying again does not help. */
const REFUSED = new Set([401, 403, 426]);

/** Keeps the server's event stream open, and resumes it after a break. */
export class EventFollower {
  readonly #ports: EventPorts;
  #lastId: string | null = null;
  readonly #backoff: Backoff;
  #stopped = false;
  /** `again` was called while the last attempt or stream was going on. */
  #isAsked = false;
  #wakeUp: () => void = () => {};
  #line = new AbortController();

  constructor(ports: EventPorts) {
    this.#ports = ports;
    this.#backoff = new Backoff(RECONNECT_LIMITS, ports.random);
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      this.#isAsked = false;
      const refused = await this.#follow();
      if (this.#stopped) return;
      this.#ports.stateChanged(refused ? 'refused' : 'closed');
      if (!this.#isAsked) await this.#wait(refused ? null : this.#backoff.next());
    }
  }

  /**
   * Connects at once, because the network is back or there is a new token. The stream of another
   * network may be dead without a reset, and so may an attempt that is under way.
   */
  again(): void {
    this.#isAsked = true;
    this.#backoff.reset();
    this.#line.abort();
    this.#wakeUp();
  }

  stop(): void {
    this.#stopped = true;
    this.#line.abort();
    this.#wakeUp();
  }

  async #follow(): Promise<boolean> {
    this.#line = new AbortController();
    try {
      const response = await this.#inTime(this.#ports.open(this.#lastId, this.#line.signal));
      if (REFUSED.has(response.status)) return true;
      if (response.ok && response.body !== null) await this.#read(response.body);
    } catch (error) {
      if (!this.#stopped) console.info(`events: the connection broke, ${String(error)}`);
    }
    return false;
  }

  async #read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const frames = new FrameReader();
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    this.#ports.stateChanged('open');
    for (;;) {
      const { done, value } = await this.#inTime(reader.read());
      if (done) return;
      const received = frames.receive(value);
      if (received === 'too-long') {
        console.warn('events: the server sent a frame that is too long');
        await reader.cancel();
        return;
      }
      this.#backoff.reset();
      for (const { id, event } of received) {
        this.#ports.received(event);
        this.#lastId = id ?? this.#lastId;
      }
    }
  }

  /** Cuts the connection if nothing comes. */
  #inTime<T>(awaited: Promise<T>): Promise<T> {
    const line = this.#line;
    const silence = setTimeout(() => line.abort(), SILENT_FOR_MS);
    return awaited.finally(() => clearTimeout(silence));
  }

  async #wait(ms: number | null): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = ms === null ? null : setTimeout(resolve, ms);
      this.#wakeUp = () => {
        if (timer !== null) clearTimeout(timer);
        resolve();
      };
    });
  }
}
