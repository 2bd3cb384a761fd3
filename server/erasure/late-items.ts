import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import { formsNamedIn, type Redaction } from '../../contract/numbers/redact.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { type PushTime, timeOfItem } from '../sync/item-time.ts';
import type { TeamState } from '../sync/team-state.ts';
import type { NumberHashing } from './number-hashing.ts';

/** Of one item: nobody writes so many numbers into a note. */
const MOST_FORMS = 2_000;

/** Keys of the numbers that an item may name, if it is older than the last erasure. */
export function keysNamedIn(
  hashing: NumberHashing,
  item: SyncItem,
  lastErasure: number,
  offset: PushTime['offset'],
): readonly string[] {
  const at = timeOfItem(item, offset);
  if (at === null || at > lastErasure) return [];
  const forms = formsNamedIn(item).slice(0, MOST_FORMS);
  return forms.map((form) => hashing.keyOf(form));
}

/** What is to be redacted in an item that comes after an erasure. `state` has the erasures. */
export function redactionOf(
  hashing: NumberHashing,
  state: TeamState,
  item: SyncItem,
  offset: PushTime['offset'],
): Redaction {
  const at = timeOfItem(item, offset);
  return { isMeant: (form) => at !== null && state.isErased([hashing.keyOf(form)], at) };
}

/** The time of the team's last erasure; negative before the first. */
export async function lastErasure(tx: Tx, { org, team }: Tenant): Promise<number> {
  const last = await tx
    .selectFrom('records')
    .select('at')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('kind', '=', 'erasure')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.at ?? -1;
}
