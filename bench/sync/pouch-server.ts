import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import expressPouch from 'express-pouchdb';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import mapReduce from 'pouchdb-mapreduce';

/** The peer's own server. It keeps everything in memory, so nothing of its time is the disk's: that favours it. */
export async function pouchServer(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const Store = PouchDB.plugin(memory).plugin(mapReduce).defaults({ adapter: 'memory' });
  const logPath = join(tmpdir(), 'sansheng-bench-pouch.log');
  const app = expressPouch(Store, { inMemoryConfig: true, mode: 'minimumForPouchDB', logPath });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  await fetch(`${origin}/notes`, { method: 'PUT' });
  return { origin, close: () => server.close() };
}
