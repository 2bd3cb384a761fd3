import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import expressPouch from 'express-pouchdb';
import leveldown from 'leveldown';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core';
import mapReduce from 'pouchdb-mapreduce';

/** The peer's own server on LevelDB, changed to answer a write after its fsync, like ours. */
export async function pouchServer(): Promise<{
  readonly origin: string;
  readonly close: () => Promise<void>;
}> {
  const directory = await mkdtemp(join(tmpdir(), 'sansheng-bench-pouch-'));
  const Store = PouchDB.plugin(leveldb)
    .plugin(mapReduce)
    .defaults({ adapter: 'leveldb', db: durable, prefix: `${directory}/` });
  const logPath = join(directory, 'log.txt');
  const app = expressPouch(Store, { inMemoryConfig: true, mode: 'minimumForPouchDB', logPath });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  await fetch(`${origin}/notes`, { method: 'PUT' });
  return {
    origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** LevelDB does not fsync its writes by default. */
function durable(path: string): leveldown.Store {
  const store = leveldown(path);
  const { _batch: batch } = store;
  store._batch = (changes, options, done) => batch.call(store, changes, { ...options, sync: true }, done);
  return store;
}
durable.destroy = leveldown.destroy;
