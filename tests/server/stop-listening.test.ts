import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { stopListening } from '../../server/http/stop-listening.ts';
import { readConfig } from '../../server/operate/config.ts';
import { openDatabases } from '../../server/operate/open-database.ts';
import { startServer } from '../../server/start-server.ts';
import { freshDatabase } from '../helpers/server/database.ts';

async function running() {
  const config = readConfig({
    ...{ DATABASE_URL: await freshDatabase(), PORT: '0', LOG_LEVEL: 'silent', DATABASE_CONNECTIONS: '4' },
  });
  const database = await openDatabases(config, () => {}, 'serve');
  onTestFinished(() => database.close());
  return await startServer(config, database);
}

async function connection(url: string, bytes: string) {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  if (bytes !== '') socket.write(bytes);
  return socket;
}

const ASKED = 'GET /health HTTP/1.1\r\nHost: s\r\n\r\n';

// Node alone would keep the first one for a minute and a half, until its own limits are checked.
test.each([
  ['on which nothing was asked', ''],
  ['that wait for the next request', ASKED],
])('a server stops at once with connections %s', { timeout: 9_000 }, async (_, bytes) => {
  const server = await running();
  const socket = await connection(server.url, bytes);
  if (bytes !== '') await once(socket, 'data');
  // The server has read what was sent, and knows the connection.
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  const closed = once(socket, 'close');
  await server.stop();
  await closed;
});

test('a request that never ends keeps it for no longer than the limit', async () => {
  const server = createServer(() => {});
  const stop = stopListening(server, 50);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = once(server, 'request');
  const socket = await connection(`http://127.0.0.1:${port}`, ASKED);
  await asked;
  const closed = once(socket, 'close');
  await stop();
  await closed;
});
