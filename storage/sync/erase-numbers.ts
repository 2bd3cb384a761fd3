import type { Instant } from '../../calls/call-event.ts';
import { MOST_CHECKED_NUMBERS } from '../../contract/api/sync/sync-api.ts';
import type { SyncStores } from '../open-stores.ts';
import { eraseRecord, namesOfPerson } from './erase-record.ts';
import { localRecords } from './local-records.ts';
import type { RoundResult } from './round-result.ts';
import type { SyncServer } from './sync-server.ts';

/**
 * The team erased a number and does not say which: asks the server about the numbers of what only
 * this computer has, and deletes or redacts what is meant. Doing it twice changes nothing more.
 */
export async function eraseNumbers(
  stores: SyncStores,
  server: Pick<SyncServer, 'checkNumbers' | 'offset'>,
): Promise<RoundResult> {
  const records = await localRecords(stores, 'not-synced');
  const forms = [...new Set(records.flatMap((record) => record.forms))];
  const erased = new Map<string, Instant>();
  for (let from = 0; from < forms.length; from += MOST_CHECKED_NUMBERS) {
    const some = forms.slice(from, from + MOST_CHECKED_NUMBERS);
    const answer = await server.checkNumbers(some);
    if (!answer.ok) return answer;
    for (const [at, form] of some.entries()) {
      const before = answer.value[at] ?? null;
      if (before !== null) erased.set(form, before);
    }
  }
  const meant = records.flatMap((record) => {
    // An erasure has the server's time, a record that of a clock that may be wrong.
    const at = record.at + (record.offset ?? server.offset ?? 0);
    const isMeant = (form: string) => at <= (erased.get(form) ?? Number.NEGATIVE_INFINITY);
    return record.forms.some(isMeant) ? [{ record, isMeant }] : [];
  });
  const names = meant.flatMap(({ record, isMeant }) => namesOfPerson(record, isMeant));
  for (const { record, isMeant } of meant) await eraseRecord(stores, record, { isMeant, names });
  return { ok: true };
}
