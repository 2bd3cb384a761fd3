import type { ItemRefusal } from '../../contract/api/sync/push.ts';
import type { RefusedItem } from '../../contract/messages/sync-message.ts';
import type { Rows } from '../database.ts';
import type { SyncStores } from '../open-stores.ts';

const KINDS = { notes: 'note', facts: 'facts', gone: 'gone', team: 'team', comments: 'comments' } as const;

/** Items that the server refused and the agent has not decided about. */
export async function refusedItems({ database, codec }: SyncStores): Promise<readonly RefusedItem[]> {
  const { agent } = await codec.writer();
  const rows = await database.refusals.where('agent').equals(agent).toArray();
  const unsent = await database.outbox.bulkGet(rows.map(keyOf));
  return unsent.flatMap((row, at) => {
    const refusal = rows[at];
    if (row === undefined || refusal === undefined || refusal.revision !== row.revision) return [];
    const { id, reason, detail } = refusal;
    return [{ of: KINDS[row.table], id, reason, detail }];
  });
}

/** The next round sends every refused item again, or those of one reason. False without any. */
export async function offerAgain({ database, codec }: SyncStores, reason?: ItemRefusal): Promise<boolean> {
  const { agent } = await codec.writer();
  const own = database.refusals.where('agent').equals(agent);
  const deleted = await own.and((row) => reason === undefined || row.reason === reason).delete();
  return deleted > 0;
}

/** Keeps the record here and stops sending it. A later change of a note is sent again. */
export async function keepHere({ database }: SyncStores, of: RefusedItem['of'], id: string): Promise<void> {
  const key: [Rows['outbox']['table'], string] = [of === 'note' ? 'notes' : of, id];
  const { outbox, refusals } = database;
  await database.transaction('rw', outbox, refusals, async () => {
    await outbox.delete(key);
    await refusals.delete(key);
  });
}

function keyOf({ table, id }: Rows['refusals']): [string, string] {
  return [table, id];
}
