import type { Socket } from 'jssip';
import { Backoff } from '../../timing/backoff.ts';
import type { Clock } from '../clock.ts';
import { RECONNECT_LIMITS } from './jssip-config.ts';

/** Fail-over to the next server takes 5 s at most, this attempt included. */
const OPEN_TIMEOUT_MS = 4_000;

interface JssipSocketOptions {
  /** WebSocket URLs in the order of preference; at least one. */
  readonly urls: readonly [string, ...string[]];
  readonly clock: Clock;
  readonly random: () => number;
  /** A frame from the server. */
  readonly onFrame: (data: unknown) => void;
  /** A message from JsSIP; false if it cannot be sent. */
  readonly onMessage: (message: string) => boolean;
}

/**
 * The WebSocket under JsSIP. Unlike the library's own it reconnects with a backoff (JsSIP always
 * waits two seconds), ends attempts that hang, can drop a connection that looks open but is dead,
 * and goes on to the next server. All that is sent and received passes the front.
 */
export class JssipSocket implements Socket {
  via_transport: string;
  onconnect: () => void = () => {};
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => {};
  ondata: <T>(data: T) => void = () => {};

  readonly #options: JssipSocketOptions;
  readonly #backoff: Backoff;
  #socket: WebSocket | null = null;
  /** Index of the server in use. */
  #server = 0;
  /** The server whose registrar answered last, and how many attempts have gone by since. */
  #base = 0;
  #attempts = 0;
  #cancelTimer: () => void = () => {};
  #waiting = false;
  #hurry = true;

  constructor(options: JssipSocketOptions) {
    this.#options = options;
    this.#backoff = new Backoff(RECONNECT_LIMITS, options.random);
    this.via_transport = new URL(this.url).protocol === 'wss:' ? 'WSS' : 'WS';
  }

  get url(): string {
    return this.#options.urls[this.#server] ?? this.#options.urls[0];
  }

  get sip_uri(): string {
    return `sip:${new URL(this.url).host};transport=ws`;
  }

  get hasOtherServers(): boolean {
    return this.#options.urls.length > 1;
  }

  /** True while the first server is in use. */
  get isOnFirstServer(): boolean {
    return this.#server === 0;
  }

  connect(): void {
    if (this.#socket !== null || this.#waiting) return;
    if (this.#hurry) {
      this.#hurry = false;
      this.#open();
      return;
    }
    this.#waiting = true;
    // Every server is tried once before anything waits.
    const isUntried = this.#attempts < this.#options.urls.length;
    const delay = isUntried ? RECONNECT_LIMITS.leastMs : this.#backoff.next();
    this.#cancelTimer = this.#options.clock.after(delay, () => this.#open());
  }

  /** Called by JsSIP: nothing more is reported. */
  disconnect(): void {
    this.#drop();
    this.#waiting = false;
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    return typeof message === 'string' && this.#options.onMessage(message);
  }

  /** Sends a frame as it is. */
  transmit(frame: string): boolean {
    if (this.#socket === null || this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(frame);
    return true;
  }

  isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  isConnecting(): boolean {
    return this.#waiting || this.#socket?.readyState === WebSocket.CONNECTING;
  }

  /** The network is back or the computer woke up: connects at once. */
  hurry(): void {
    if (this.#waiting) this.#open();
    else if (this.#socket === null) this.#hurry = true;
  }

  /** Drops a connection that no longer answers, without waiting for its closing handshake. */
  giveUp(reason: string): void {
    if (this.#socket === null) return;
    this.#drop();
    this.ondisconnect(true, 1006, reason);
  }

  /** The registrar answered: the next loss tries the next server, and starts with short delays. */
  settle(): void {
    this.#backoff.reset();
    this.#base = this.#server;
    this.#attempts = 1;
  }

  /** Goes back to the first server: the next connection is made there, at once. */
  returnToFirst(): void {
    this.#base = 0;
    this.#attempts = 0;
    this.#hurry = true;
    this.giveUp('first-server-is-back');
  }

  #open(): void {
    this.#cancelTimer();
    this.#waiting = false;
    this.#server = (this.#base + this.#attempts) % this.#options.urls.length;
    this.#attempts += 1;
    const socket = new WebSocket(this.url, 'sip');
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#cancelTimer = this.#options.clock.after(OPEN_TIMEOUT_MS, () => this.giveUp('open-timeout'));
    socket.onopen = () => {
      this.#cancelTimer();
      this.onconnect();
    };
    socket.onclose = ({ wasClean, code, reason }) => {
      this.#drop();
      this.ondisconnect(!wasClean, code, reason);
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#options.onFrame(data);
  }

  #drop(): void {
    this.#cancelTimer();
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onclose = socket.onmessage = null;
    socket.close();
  }
}
