import { createServer, type Socket } from 'node:net';
import { plainAddress } from '../http/trusted-proxies.ts';
import type { Ports } from '../ports.ts';
import { type AcceptReport, acceptReports } from './accept-report.ts';
import { MOST_REQUEST_BYTES, readRequest } from './read-request.ts';

export interface PhoneEventsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** A whole request arrives within this time; a phone sends it at once. */
const REQUEST_WITHIN_MS = 3_000;
/** After the answer the phone closes; otherwise the connection is. */
const CLOSED_WITHIN_MS = 1_000;
const MOST_CONNECTIONS = 1_000;
const MOST_OF_ADDRESS = 50;

const REASONS = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const;
type Status = keyof typeof REASONS;

/**
 * Serves the one address that phones report to. An HTTP parser refuses what many of them send, so
 * this reads the socket itself: one bounded request a connection, which never reaches the API.
 */
export async function servePhoneEvents(
  ports: Ports,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<PhoneEventsServer> {
  const accept = acceptReports(ports);
  const failed = (err: unknown) => ports.log.error({ err }, 'a phone event failed');
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    const address = plainAddress(socket.remoteAddress ?? '');
    const ofAddress = [...open].filter((other) => plainAddress(other.remoteAddress ?? '') === address);
    if (ofAddress.length >= MOST_OF_ADDRESS) {
      socket.destroy();
      return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    readSocket(socket, (request) => accept(request, address), failed);
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', failed);
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

type Request = Parameters<AcceptReport>[0];

function readSocket(
  socket: Socket,
  accept: (request: Request) => Promise<Status>,
  failed: (error: unknown) => void,
): void {
  let bytes = Buffer.alloc(0);
  let isAnswered = false;
  const limit = setTimeout(() => read(true), REQUEST_WITHIN_MS);
  socket.once('close', () => clearTimeout(limit));
  socket.on('data', (chunk: Buffer) => {
    // What comes after the request is read and dropped, so that the answer is not lost by a reset.
    if (isAnswered) return;
    bytes = Buffer.concat([bytes, chunk]);
    read(false);
  });
  socket.once('end', () => read(true));

  function read(isEnd: boolean): void {
    if (isAnswered) return;
    const isLong = bytes.length > MOST_REQUEST_BYTES;
    const reading = isLong ? ({ state: 'bad' } as const) : readRequest(bytes, isEnd);
    if (reading.state === 'incomplete') return;
    if (reading.state === 'bad') {
      answer(isLong ? 413 : 400);
      return;
    }
    isAnswered = true;
    accept(reading.request).then(answer, (error: unknown) => {
      failed(error);
      answer(503);
    });
  }

  function answer(status: Status): void {
    isAnswered = true;
    clearTimeout(limit);
    if (socket.destroyed) return;
    const text = `${REASONS[status]}\n`;
    const headers = `content-type: text/plain\r\ncontent-length: ${text.length}\r\nconnection: close`;
    socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\n${headers}\r\n\r\n${text}`);
    const closing = setTimeout(() => socket.destroy(), CLOSED_WITHIN_MS);
    socket.once('close', () => clearTimeout(closing));
  }
}
