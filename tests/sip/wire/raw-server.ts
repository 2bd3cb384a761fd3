import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { PATIENCE_MS } from '../story/patience.ts';
import { type Frame, methodOf, readFrame, statusOf } from './frame.ts';
import { type ResponseParts, writeResponse } from './write-response.ts';

/** A frame of the agent's phone. */
export interface Arrived extends Frame {
  readonly at: number;
  readonly link: Link;
  readonly binary: boolean;
}

/** A request of the agent's phone, with the way to answer it. */
export interface ArrivedRequest extends Arrived {
  readonly method: string;
  reply(status: number, parts?: ResponseParts): void;
}

/** One WebSocket of the agent's phone. Texts and bytes go out as they are. */
export interface Link {
  readonly isOpen: boolean;
  /** Frames go out as binary ones from now on. */
  binary: boolean;
  /** Nothing goes out while true, as on a dead path. */
  silent: boolean;
  send(frame: string | Uint8Array): void;
  close(code?: number): void;
  /** Resets the TCP connection. */
  cut(): void;
}

export type Handler = (request: ArrivedRequest) => void;

/**
 * A SIP server over WebSocket (RFC 7118) that does just what a test says: it does not judge,
 * repeat or correct anything. A handler for each method; one that is not set leaves the request
 * unanswered.
 */
export class RawServer {
  readonly url: string;
  readonly arrived: Arrived[] = [];
  readonly links: Link[] = [];
  readonly handlers = new Map<string, Handler>();
  readonly #watchers = new Set<() => void>();
  readonly #close: () => Promise<void>;
  /** False refuses the WebSocket handshake. */
  accepting = true;
  /** True sends binary frames on every connection from the first one on. */
  binaryLinks = false;
  /** Sees a response first; true keeps it from the story. */
  onResponse: (response: Frame) => boolean = () => false;

  private constructor(port: number, close: () => Promise<void>) {
    this.url = `ws://127.0.0.1:${port}`;
    this.#close = close;
  }

  static async open(): Promise<RawServer> {
    const http = createServer((_request, response) => response.writeHead(426).end());
    const sockets = new WebSocketServer({
      server: http,
      handleProtocols: (offered) => (offered.has('sip') ? 'sip' : false),
      verifyClient: () => server.accepting,
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const address = http.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    const server = new RawServer(address.port, async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    });
    sockets.on('connection', (socket, { socket: tcp }) => server.#adopt(socket, tcp));
    return server;
  }

  /** The newest WebSocket. */
  get link(): Link {
    const link = this.links.at(-1);
    if (link === undefined) throw new Error('No phone is connected.');
    return link;
  }

  /** The first frame, past or future, for which `pick` returns something. */
  until<T>(
    what: string,
    pick: (arrived: readonly Arrived[]) => T | undefined,
    timeoutMs = PATIENCE_MS,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#watchers.delete(check);
      };
      const check = () => {
        const found = pick(this.arrived);
        if (found === undefined) return;
        stop();
        resolve(found);
      };
      const timer = setTimeout(() => {
        stop();
        const seen = this.arrived
          .slice(-8)
          .map(({ start, text }) => `${start} [${/CSeq:.*/i.exec(text)?.[0]}]`);
        reject(new Error(`No ${what} within ${timeoutMs} ms. The last frames were: ${seen.join(' | ')}`));
      }, timeoutMs);
      this.#watchers.add(check);
      check();
    });
  }

  close(): Promise<void> {
    return this.#close();
  }

  #adopt(socket: WebSocket, tcp: Socket): void {
    const link: Link = {
      get isOpen() {
        return socket.readyState === WebSocket.OPEN;
      },
      binary: this.binaryLinks,
      silent: false,
      send(frame) {
        if (!link.isOpen || link.silent) return;
        socket.send(frame, { binary: link.binary || typeof frame !== 'string' });
      },
      close: (code = 1000) => socket.close(code),
      cut: () => tcp.resetAndDestroy(),
    };
    this.links.push(link);
    socket.on('error', () => tcp.destroy());
    socket.on('message', (data, binary) => this.#receive(String(data), binary, link));
  }

  #receive(text: string, binary: boolean, link: Link): void {
    // Keep-alive of RFC 5626 §3.5.1, which RFC 7118 does without.
    if (text.trim() === '') {
      if (text === '\r\n\r\n') link.send('\r\n');
      return;
    }
    const arrived: Arrived = { ...readFrame(text), at: Date.now(), link, binary };
    if (statusOf(arrived) !== null && this.onResponse(arrived)) return;
    this.arrived.push(arrived);
    const method = methodOf(arrived);
    if (method !== null && statusOf(arrived) === null) {
      const reply = (status: number, parts?: ResponseParts) =>
        link.send(writeResponse(arrived, status, parts));
      this.handlers.get(method)?.({ ...arrived, method, reply });
    }
    for (const check of [...this.#watchers]) check();
  }
}
