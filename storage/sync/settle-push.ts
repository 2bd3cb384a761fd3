import type { PushResult } from '../../contract/api/sync/push.ts';
import type { Rows } from '../database.ts';
import { deleteRead, readAround } from '../many-rows.ts';
import type { SyncStores } from '../open-stores.ts';
import { forgetNotes } from './forget-notes.ts';
import type { Outbound } from './outbound.ts';
import { encryptShadow } from './shadow.ts';

/**
 * Applies the server's answer to a push, in one transaction. Items that the server has leave the
 * outbox unless they changed meanwhile. Refused items stay in the outbox and are shown with the
 * reason; a later revision is sent again.
 */
export async function settlePush(
  stores: SyncStores,
  sent: readonly Outbound[],
  results: readonly PushResult[],
): Promise<void> {
  const { database } = stores;
  const settled = sent.flatMap((one, at) => {
    const result = results[at];
    return result === undefined ? [] : [{ ...one, result }];
  });
  const shadows = await Promise.all(settled.map(({ item, result }) => shadowOf(stores, item, result)));
  const sentAs = settled.map(({ row, item, result }) => ({
    ...row,
    revision: 'revision' in item ? item.revision : row.revision,
    result,
  }));
  const accepted = sentAs.filter(({ result }) => result.outcome !== 'refused');
  const refused = sentAs.flatMap(({ result, ...row }) =>
    result.outcome === 'refused' ? [{ ...row, reason: result.reason, detail: result.detail }] : [],
  );
  const { outbox, refusals } = database;
  await database.transaction('rw', outbox, database.shadows, refusals, async () => {
    const now = new Map(
      (await readAround(outbox, accepted.map(keyOf))).map((row) => [nameOf(row), row.revision]),
    );
    await deleteRead(outbox, accepted.filter((row) => now.get(nameOf(row)) === row.revision).map(keyOf));
    if ((await refusals.count()) > 0) await refusals.bulkDelete(accepted.map(keyOf));
    await refusals.bulkPut(refused);
    await database.shadows.bulkPut(shadows.filter((one) => one !== null));
  });
  const ofNotes = settled.filter(({ row }) => row.table !== 'team' && row.table !== 'comments');
  const gone = ofNotes.filter(({ result }) => result.outcome === 'gone');
  await forgetNotes(
    stores,
    gone.map(({ row }) => row.id),
  );
}

/** `merged` keeps the base: only the next pull brings the merged version. */
async function shadowOf(
  { codec, database }: SyncStores,
  item: Outbound['item'],
  result: PushResult,
): Promise<Rows['shadows'] | null> {
  if (item.type !== 'note') return null;
  if (result.outcome === 'applied') return await encryptShadow(codec, item.id, result.revision, item.note);
  if (result.outcome !== 'merged') return null;
  const before = await database.shadows.get(item.id);
  return await encryptShadow(codec, item.id, before?.revision ?? 0, item.note);
}

function keyOf({ table, id }: Pick<Rows['outbox'], 'table' | 'id'>): [string, string] {
  return [table, id];
}

function nameOf(row: Pick<Rows['outbox'], 'table' | 'id'>): string {
  return keyOf(row).join(' ');
}
