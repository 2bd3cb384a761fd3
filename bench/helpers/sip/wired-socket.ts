import { readFrame, statusOf } from '../../../tests/sip/wire/frame.ts';
import { accepts } from '../../../tests/sip/wire/registrar.ts';
import { writeResponse } from '../../../tests/sip/wire/write-response.ts';

/** The newest socket of each subject, by its URL. */
export const wires = new Map<string, WiredSocket>();

/**
 * Stands for `WebSocket` in Node: no network, so that only the work of the library is timed. It
 * accepts every REGISTER and gives each response to the request that waits for it.
 */
export class WiredSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  // Libraries read the states from the object, too.
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly url: string;
  readonly protocol = 'sip';
  readyState: number = WiredSocket.CONNECTING;
  binaryType = 'blob';
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  /** Called for every frame that the subject sends. */
  onSent: (frame: string) => void = () => {};
  /** The contact that the subject registered. */
  contact = '';

  constructor(url: string) {
    super();
    this.url = url;
    wires.set(new URL(url).host, this);
    queueMicrotask(() => {
      this.readyState = WiredSocket.OPEN;
      this.#emit(new Event('open'));
    });
  }

  send(frame: string): void {
    const read = readFrame(frame);
    if (statusOf(read) === null && read.start.startsWith('REGISTER ')) this.#register(frame);
    this.onSent(frame);
  }

  close(): void {
    this.readyState = WiredSocket.CLOSED;
  }

  /** A frame of the server. */
  deliver(frame: string): void {
    this.#emit(new MessageEvent('message', { data: frame }));
  }

  #register(frame: string): void {
    const read = readFrame(frame);
    this.contact = /<([^>]+)>/.exec(read.headers.find(([name]) => name === 'contact')?.[1] ?? '')?.[1] ?? '';
    const reply = (status: number, parts = {}) =>
      queueMicrotask(() => this.deliver(writeResponse(read, status, parts)));
    const link = { isOpen: true, binary: false, silent: false, send() {}, close() {}, cut() {} };
    accepts()({ ...read, method: 'REGISTER', at: 0, binary: false, link, reply });
  }

  #emit(event: Event): void {
    this.dispatchEvent(event);
    if (event.type === 'open') this.onopen?.(event);
    if (event instanceof MessageEvent) this.onmessage?.(event);
  }
}
