import type { Socket } from 'node:net';
import type { ServerType } from '@hono/node-server';

/** Requests that were begun have so long to end. */
const REQUESTS_WITHIN_MS = 10_000;

/**
 * Watches a server from its start; the answer stops it. Connections on which nothing was asked are
 * closed at once: browsers open some ahead, and Node waits for them like for slow requests.
 */
export function stopListening(server: ServerType, withinMs = REQUESTS_WITHIN_MS): () => Promise<void> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: { readonly socket: Socket }) => unused.delete(socket));
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of unused) socket.destroy();
    const limit = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, withinMs);
    await closed;
    clearTimeout(limit);
  };
}
