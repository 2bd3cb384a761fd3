import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { listen } from '../../../server/events/listen.ts';
import type { ServerBed } from './server-bed.ts';

export interface Listening {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a test server on a real socket, with LISTEN on the database: for tests of connections. */
export async function listening({ app, ports, appUrl }: ServerBed): Promise<Listening> {
  const { events } = ports;
  const hangUp = await listen(appUrl, {
    onNotice: (notice) => events.receive(notice),
    reconnected: () => events.catchUp(),
    failed: (error) => console.error(error),
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const listener of events.listeners()) listener.close();
      await hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
