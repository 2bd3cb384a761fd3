import PouchDB from 'pouchdb-browser';
import * as v from 'valibot';
import { enrolAnswerSchema } from '../../contract/api/members/enrolment.ts';
import { SYNC_VERSION } from '../../contract/api/sync/version.ts';
import { httpSyncServer } from '../../phone-host/server/http-sync-server.ts';
import { Database } from '../../storage/database.ts';
import { openStores } from '../../storage/open-stores.ts';
import { syncRound } from '../../storage/sync/sync-round.ts';
import { byWebLock } from '../../storage/vault/session-secrets.ts';
import { memorySecrets } from '../../tests/helpers/memory-secrets.ts';
import { syntheticNote } from '../notes/synthetic-note.ts';

const AT_ONCE = 500;

/** Both write their notes offline first; only the sync is measured. */
export const syncBench = {
  async ours(count: number, server: string, enrolled: unknown): Promise<{ ms: number; rounds: number }> {
    const stores = await openStores({
      ...{ vaultSession: memorySecrets(), sipSession: memorySecrets(), exclusively: byWebLock },
      ...{ database: new Database(), now: () => Date.now() },
    });
    await stores.vault.setUp('一个 测量用的 短语', '0283');
    const { notes, database, links } = stores;
    for (let at = 0; at < count; at += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, index) =>
        syntheticNote(at + index, count, Date.now()),
      );
      const rows = await Promise.all(some.map((note) => notes.encrypt(note, 1)));
      await database.notes.bulkPut(rows);
      await database.outbox.bulkPut(
        rows.map(({ id, agent }) => ({ table: 'notes', id, agent, revision: 1 }) as const),
      );
    }
    const { token, me } = v.parse(enrolAnswerSchema, enrolled);
    const link = { server, token, me, cursor: '', pulledBy: SYNC_VERSION };
    await links.save(link);
    const began = performance.now();
    let rounds = 0;
    for (let done = false; !done; rounds += 1) {
      done = (await syncRound({ stores, links, server: httpSyncServer({ server, token }) }, link)).ok;
    }
    const ms = performance.now() - began;
    if ((await database.outbox.count()) > 0) throw new Error('the outbox is not empty');
    stores.close();
    return { ms, rounds };
  },

  async pouch(count: number, server: string): Promise<{ ms: number; rounds: number }> {
    const db = new PouchDB<ReturnType<typeof syntheticNote>>('notes');
    for (let at = 0; at < count; at += AT_ONCE) {
      await db.bulkDocs(
        Array.from({ length: AT_ONCE }, (_, index) => {
          const note = syntheticNote(at + index, count, Date.now());
          return { _id: note.id, ...note };
        }),
      );
    }
    const began = performance.now();
    let rounds = 0;
    for (let done = false; !done; rounds += 1) {
      // A cut connection ends a replication; the next continues from its checkpoint.
      done = await db.replicate.to(`${server}/notes`, { batch_size: AT_ONCE }).then(
        () => true,
        () => false,
      );
    }
    return { ms: performance.now() - began, rounds };
  },
};

Object.assign(window, { syncBench });
document.title = 'ready';
