/**
 * The server process of bench/sync-packs.ts: the product's own, or the same frame through Hono's
 * streamSSE.
 */
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { appUrlOf } from '../../server/database/app-login.ts';
import { connectAsApp } from '../../server/database/connect.ts';
import { EventHub } from '../../server/events/event-hub.ts';
import { readConfig } from '../../server/operate/config.ts';
import { onlyDatabase } from '../../server/operate/open-database.ts';
import { startServer } from '../../server/start-server.ts';

const [subject, url] = process.argv.slice(2);

export type FromServer =
  | { readonly kind: 'listens'; readonly port: number }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'begins'; readonly at: number }
  | { readonly kind: 'memory'; readonly bytes: number };

const send = (message: FromServer) => process.send?.(message);
const nowMs = () => performance.timeOrigin + performance.now();

if (subject === 'ours' && url !== undefined) await ours(url);
else hono();

/** Measured from when this process hears of the published release. */
async function ours(databaseUrl: string): Promise<void> {
  const { receive } = EventHub.prototype;
  EventHub.prototype.receive = function (this: EventHub, notice) {
    send({ kind: 'begins', at: nowMs() });
    receive.call(this, notice);
  };
  const config = readConfig({ DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'silent' });
  const appUrl = await appUrlOf(databaseUrl);
  const server = await startServer(
    config,
    onlyDatabase({
      listenUrl: appUrl,
      erasures: null,
      db: await connectAsApp(appUrl, 8),
      close: async () => {},
    }),
  );
  send({ kind: 'listens', port: Number(new URL(server.url).port) });
  process.on('message', () => send({ kind: 'memory', bytes: process.memoryUsage().rss }));
}

/** Measured from the first write. */
function hono(): void {
  const streams = new Set<(data: string) => Promise<void>>();
  const app = new Hono();
  app.get('/v1/events', (context) =>
    streamSSE(context, async (stream) => {
      const write = (data: string) => stream.writeSSE({ id: '1', data });
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        streams.add(write);
        void write('{"type":"hello"}');
      });
      streams.delete(write);
    }),
  );
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) send({ kind: 'listens', port: address.port });
  });
  process.on('message', (message: { readonly push?: string }) => {
    if (message.push === undefined) {
      send({ kind: 'memory', bytes: process.memoryUsage().rss });
      return;
    }
    send({ kind: 'begins', at: nowMs() });
    for (const write of streams) void write(message.push);
  });
}
