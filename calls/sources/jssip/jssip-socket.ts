import type { Socket } from 'jssip';
import { Backoff } from '../../timing/backoff.ts';
import type { Clock } from '../clock.ts';
import { RECONNECT_LIMITS } from './jssip-config.ts';

const OPEN_TIMEOUT_MS = 8_000;

interface JssipSocketOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** Called for every frame, after JsSIP has handled it. */
  readonly onFrame: (frame: string) => void;
  readonly onBadFrame: (error: unknown) => void;
}

/**
 * The WebSocket under JsSIP. Unlike the library's own it reconnects with a backoff (JsSIP always
 * waits two seconds), ends attempts that hang, can drop a connection that looks open but is dead,
 * and survives frames that cannot be parsed.
 */
export class JssipSocket implements Socket {
  readonly url: string;
  readonly sip_uri: string;
  via_transport: string;
  onconnect: () => void = () => {};
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => {};
  ondata: <T>(data: T) => void = () => {};

  readonly #options: JssipSocketOptions;
  readonly #backoff: Backoff;
  #socket: WebSocket | null = null;
  #cancelTimer: () => void = () => {};
  #waiting = false;
  #hurry = true;

  constructor(options: JssipSocketOptions) {
    const { host, protocol } = new URL(options.url);
    this.#options = options;
    this.#backoff = new Backoff(RECONNECT_LIMITS, options.random);
    this.url = options.url;
    this.sip_uri = `sip:${host};transport=ws`;
    this.via_transport = protocol === 'wss:' ? 'WSS' : 'WS';
  }

  connect(): void {
    if (this.#socket !== null || this.#waiting) return;
    if (this.#hurry) {
      this.#hurry = false;
      this.#open();
      return;
    }
    this.#waiting = true;
    this.#cancelTimer = this.#options.clock.after(this.#backoff.next(), () => this.#open());
  }

  /** Called by JsSIP: nothing more is reported. */
  disconnect(): void {
    this.#drop();
    this.#waiting = false;
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    if (this.#socket === null || this.#socket.readyState !== WebSocket.OPEN) return false;
    if (typeof message !== 'string') return false;
    this.#socket.send(message);
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

  /** The registrar answered: the next loss starts with the shortest delay again. */
  settle(): void {
    this.#backoff.reset();
  }

  #open(): void {
    this.#cancelTimer();
    this.#waiting = false;
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
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
  }

  #receive(data: unknown): void {
    try {
      this.ondata(data);
      if (typeof data === 'string') this.#options.onFrame(data);
    } catch (error) {
      this.#options.onBadFrame(error);
    }
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
