import { MOST_PUSHED_ITEMS } from '../../contract/sync/push.ts';
import { SYNC_VERSION } from '../../contract/sync/version.ts';
import type { Link, LinkStore } from './link-store.ts';
import { readOutbound } from './outbound.ts';
import { settlePush } from './settle-push.ts';
import type { SyncFailure, SyncServer } from './sync-server.ts';
import type { SyncStores } from './sync-stores.ts';
import { takePulled } from './take-pulled.ts';

export type RoundResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: SyncFailure | 'locked'; readonly retryAfterMs: number | null };

interface RoundParts {
  readonly stores: SyncStores;
  readonly links: LinkStore;
  readonly server: SyncServer;
}

/**
 * Brings server and computer together once: everything owed goes out, then everything new comes in. Cut off at any moment it loses
 * and doubles nothing: what was not confirmed is owed still, and what was half taken in comes again.
 */
export async function syncRound(parts: RoundParts, link: Link): Promise<RoundResult> {
  const pushed = await pushAll(parts);
  return pushed.ok ? await pullAll(parts, link) : pushed;
}

async function pushAll({ stores, server }: RoundParts): Promise<RoundResult> {
  const { database, codec } = stores;
  const { agent } = await codec.writer();
  const refused = new Map(
    (await database.refusals.where('agent').equals(agent).toArray()).map((row) => [key(row), row.revision]),
  );
  const owed = (await database.outbox.where('agent').equals(agent).toArray()).filter(
    (row) => refused.get(key(row)) !== row.revision,
  );
  for (let from = 0; from < owed.length; from += MOST_PUSHED_ITEMS) {
    const batch = await readOutbound(stores, owed.slice(from, from + MOST_PUSHED_ITEMS));
    await database.outbox.bulkDelete(batch.void.map(({ table, id }): [string, string] => [table, id]));
    if (batch.outbound.length === 0) continue;
    const answer = await server.push(batch.outbound.map(({ item }) => item));
    if (!answer.ok) return answer;
    await settlePush(stores, batch.outbound, answer.value);
  }
  return { ok: true };
}

async function pullAll({ stores, links, server }: RoundParts, link: Link): Promise<RoundResult> {
  let cursor = link.pulledBy === SYNC_VERSION ? link.cursor : '';
  for (;;) {
    const answer = await server.pull(cursor);
    if (!answer.ok) return answer;
    const { items, more } = answer.value;
    const taken = await takePulled(stores, items, link.me.numberKey);
    if (!taken.ok) return { ...taken, retryAfterMs: null };
    if (answer.value.cursor !== cursor || link.pulledBy !== SYNC_VERSION) {
      cursor = answer.value.cursor;
      await links.save({ ...link, cursor, pulledBy: SYNC_VERSION });
    }
    if (!more) return { ok: true };
  }
}

function key({ table, id }: { readonly table: string; readonly id: string }): string {
  return `${table} ${id}`;
}
