import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { SipRequest } from '../calls/sources/sip/message.ts';
import { openConnection, type SipConnection } from './sip/connection.ts';

/** A WebSocket server on 127.0.0.1 for the sub-protocol `sip` (RFC 7118). */
export interface SocketServer {
  readonly port: number;
  /** Resets every TCP connection, like a router that lost its state. */
  cut(): void;
  setAnswering(answering: boolean): void;
  /** Closes everything and listens on the same port again. */
  reopen(downMs: number): Promise<void>;
  close(): Promise<void>;
}

export interface SocketServerHost {
  readonly port: number;
  readonly log: (line: string) => void;
  readonly onRequest: (request: SipRequest, connection: SipConnection) => void;
  readonly onClose: (connection: SipConnection) => void;
}

export async function openSocketServer(host: SocketServerHost): Promise<SocketServer> {
  let answering = true;
  let count = 0;
  const sockets = new Set<Socket>();

  async function listen(port: number): Promise<Server> {
    const server = createServer((_request, response) => response.writeHead(426).end('WebSocket only\n'));
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    const webSockets = new WebSocketServer({
      server,
      handleProtocols: (offered) => (offered.has('sip') ? 'sip' : false),
      verifyClient: ({ req }: { req: IncomingMessage }) =>
        /(^|,)\s*sip\s*(,|$)/.test(req.headers['sec-websocket-protocol'] ?? ''),
    });
    webSockets.on('connection', (socket) => {
      const id = ++count;
      host.log(`#${id} connected`);
      openConnection(id, socket, { ...host, isAnswering: () => answering });
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  const shut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  let server = await listen(host.port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const { port } = address;
  return {
    port,
    cut() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    setAnswering(on) {
      answering = on;
    },
    async reopen(downMs) {
      await shut();
      await sleep(downMs);
      server = await listen(port);
    },
    close: shut,
  };
}
