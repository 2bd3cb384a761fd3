import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { Database } from '../../storage/database.ts';
import { makeAgentKeys } from '../../storage/keys/agent-keys.ts';
import { beginStart } from '../../storage/keys/browser-start.ts';
import { openStores, type Stores } from '../../storage/open-stores.ts';
import type { Exclusively } from '../../storage/vault/session-secrets.ts';
import { memorySecrets } from './memory-secrets.ts';

// Dexie looks for IndexedDB on its first import, maybe before the line above.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

export const PASSPHRASE = '正确 马 电池 订书钉';
/** 2026-11-22 10:00 in the test machine's own zone. */
export const MORNING = new Date(2026, 10, 22, 10).getTime();

let agentKeys: ReturnType<typeof makeAgentKeys> | null = null;

/** Runs one at a time, in order, as the browser's lock manager does. */
export function oneAtATime(): Exclusively {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work);
    tail = result.catch(() => null);
    return result;
  };
}

/** A browser profile that survives restarts of its browser. */
export class Profile {
  readonly name = `profile ${crypto.randomUUID()}`;
  now = MORNING;
  #open: Stores[] = [];
  #session = { vaultSession: memorySecrets(), sipSession: memorySecrets(), exclusively: oneAtATime() };

  /**
   * A browser with an unlocked vault. The key pair is made once a file: key stretching takes a
   * second.
   */
  async signedIn(): Promise<Stores> {
    agentKeys ??= makeAgentKeys('agent-1', '0283', PASSPHRASE);
    const { keys, privateKey } = await agentKeys;
    const database = new Database(this.name);
    await database.keys.put(keys);
    await beginStart({ database, session: this.#session.vaultSession }, keys, privateKey);
    database.close();
    return await this.page();
  }

  /** A further page of the running browser. */
  async page(): Promise<Stores> {
    const stores = await openStores({
      ...this.#session,
      database: new Database(this.name),
      now: () => this.now,
    });
    this.#open.push(stores);
    return stores;
  }

  /** Restarts the browser; session storage is lost. */
  async restart(): Promise<Stores> {
    this.quit();
    this.#session = { vaultSession: memorySecrets(), sipSession: memorySecrets(), exclusively: oneAtATime() };
    return await this.page();
  }

  quit(): void {
    for (const stores of this.#open) stores.close();
    this.#open = [];
  }

  /** Quits and frees the memory: for tests with thousands of profiles. */
  async remove(): Promise<void> {
    this.quit();
    await Dexie.delete(this.name);
  }

  /** Every byte and string in the database. */
  async bytesAtRest(): Promise<Buffer> {
    const raw = new Database(this.name);
    await raw.open();
    const rows = await Promise.all(raw.tables.map((table) => table.toArray()));
    raw.close();
    return Buffer.concat(flatten(rows));
  }
}

function flatten(value: unknown): Uint8Array[] {
  if (value instanceof Uint8Array) return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(flatten);
  return [new TextEncoder().encode(`${String(value)}\n`)];
}
