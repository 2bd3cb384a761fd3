import type { Instant } from '../../calls/call-event.ts';
import { dayOf } from '../notes/day.ts';
import type { SyncStores } from '../open-stores.ts';

/** Events that are decrypted at once. */
const AT_ONCE = 1_000;

/**
 * Deletes shift events of days before that of `before`. The server deletes its own by the same rule
 * and sends no tombstones, because their subject is an agent. `keepsUnsent`: there is a server that
 * has not received them. Needs the team's key; without it nothing is deleted.
 */
export async function expireShifts(
  { database, team }: Pick<SyncStores, 'database' | 'team'>,
  before: Instant,
  keepsUnsent: boolean,
): Promise<void> {
  await team.describeOlder();
  const old = await database.team.where('day').below(dayOf(before)).primaryKeys();
  for (let from = 0; from < old.length; from += AT_ONCE) {
    const ids = old.slice(from, from + AT_ONCE);
    const shifts = (await team.read(ids)).filter(({ type }) => type === 'shift-changed');
    const rows = await database.outbox.bulkGet(shifts.map(({ id }): [string, string] => ['team', id]));
    const due = shifts.filter((_, at) => !keepsUnsent || rows[at] === undefined);
    await team.delete(due.map(({ id }) => id));
  }
}
