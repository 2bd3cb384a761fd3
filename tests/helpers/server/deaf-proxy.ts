import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface DeafProxy {
  /** The address with this proxy in place of the database's host. */
  readonly url: string;
  /** From now on nothing passes, and no reset is sent: the other side has vanished. */
  goDeaf(): void;
  /** New connections pass again; the old ones stay deaf, as after a move to another machine. */
  passAgain(): void;
  close(): Promise<void>;
}

/** A TCP proxy before a PostgreSQL. */
export async function deafProxy(databaseUrl: string): Promise<DeafProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isDeaf = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => near.destroy());
    if (isDeaf) return;
    const far = connect(Number(target.port), target.hostname);
    sockets.add(far);
    const pairs: readonly (readonly [Socket, Socket])[] = [
      [near, far],
      [far, near],
    ];
    for (const [from, to] of pairs) {
      from.on('data', (bytes) => {
        if (!deafened.has(near)) to.write(bytes);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        if (!deafened.has(near)) to.destroy();
      });
    }
    open.add(near);
  });
  const open = new Set<Socket>();
  const deafened = new Set<Socket>();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    goDeaf() {
      isDeaf = true;
      for (const socket of open) deafened.add(socket);
    },
    passAgain() {
      isDeaf = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
