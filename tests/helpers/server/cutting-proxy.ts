import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** `before`: the statement does not reach the database; `after`: its answer is lost. */
export type Cut = 'before' | 'after';

export interface CuttingProxy {
  /** The same database, through the proxy. */
  readonly url: string;
  /** The connection that sends the `nth` message from now on dies. */
  readonly cutAt: (nth: number, cut: Cut) => void;
  /** Cuts no more. False if there were fewer messages than that. */
  readonly calm: () => boolean;
  readonly close: () => Promise<void>;
}

/** Stands before a PostgreSQL and ends a connection at a chosen message of its client. */
export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  let left = Number.POSITIVE_INFINITY;
  let how: Cut = 'before';
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let isCut = false;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const one of [near, far]) {
      sockets.add(one);
      one.on('error', end).on('close', () => {
        sockets.delete(one);
        end();
      });
    }
    near.on('data', (bytes) => {
      left -= 1;
      if (left === 0) isCut = true;
      if (left === 0 && how === 'before') end();
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (isCut) end();
      else near.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    cutAt(nth, cut) {
      left = nth;
      how = cut;
    },
    calm() {
      const wasCut = left <= 0;
      left = Number.POSITIVE_INFINITY;
      return wasCut;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
