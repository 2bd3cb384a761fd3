import type { ServerAnswer } from '../../contract/api/server-answer.ts';
import { MOST_PUSHED_ITEMS } from '../../contract/api/sync/push.ts';
import { SYNC_VERSION } from '../../contract/api/sync/version.ts';
import type { Rows } from '../database.ts';
import type { SyncStores } from '../open-stores.ts';
import { applyPulled } from './apply-pulled.ts';
import type { Link, LinkStore } from './link-store.ts';
import { offerEverything } from './offer-everything.ts';
import { type Outbound, readOutbound } from './outbound.ts';
import type { RoundResult } from './round-result.ts';
import { settlePush } from './settle-push.ts';
import type { Pushed, SyncServer } from './sync-server.ts';

interface RoundParts {
  readonly stores: SyncStores;
  readonly links: LinkStore;
  readonly server: SyncServer;
}

/** Pages that one round pulls, 100,000 records: a server without an end is not followed. */
const MOST_PAGES = 200;

/** A server whose epoch changes with each answer is not followed further. */
const MOST_EPOCHS = 3;

/**
 * Syncs once: pushes the outbox, then pulls. An interrupted round loses and duplicates nothing:
 * unconfirmed items stay in the outbox, and a page that was not applied is pulled again.
 */
export async function syncRound(parts: RoundParts, link: Link, epochs = 1): Promise<RoundResult> {
  const pushed = await pushAll(parts, link);
  const done = pushed.ok && pushed.epoch === null ? await pullAll(parts, link) : pushed;
  if (!done.ok) return done;
  if (done.epoch === null) return done.isMore ? { ok: true, isMore: true } : { ok: true };
  if (epochs === MOST_EPOCHS) return { ok: false, reason: 'unavailable', retryAfterMs: null };
  if (!(await offerEverything(parts.stores))) return { ok: false, reason: 'locked', retryAfterMs: null };
  const again = { ...link, epoch: done.epoch, cursor: '' };
  await parts.links.save(again);
  return await syncRound(parts, again, epochs + 1);
}

/** `epoch`: the server's database is another one now; null: it is the one of the link. */
type Half =
  | { readonly ok: true; readonly epoch: string | null; readonly isMore: boolean }
  | (RoundResult & { readonly ok: false });

const SAME = { ok: true, epoch: null, isMore: false } as const;
const MORE = { ...SAME, isMore: true } as const;

function isOther(link: Link, epoch: string | undefined): epoch is string {
  return link.epoch !== undefined && epoch !== undefined && epoch !== link.epoch;
}

async function pushAll({ stores, server }: RoundParts, link: Link): Promise<Half> {
  const { database, codec } = stores;
  const { agent } = await codec.writer();
  const refused = new Map(
    (await database.refusals.where('agent').equals(agent).toArray()).map((row) => [key(row), row.revision]),
  );
  const unsent = (await database.outbox.where('agent').equals(agent).toArray())
    .filter((row) => refused.get(key(row)) !== row.revision)
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const read = (from: number) => readBatch(stores, unsent.slice(from, from + MOST_PUSHED_ITEMS));
  let outbound = await read(0);
  let settling: Promise<void> = Promise.resolve();
  for (let from = 0; from < unsent.length; from += MOST_PUSHED_ITEMS) {
    const sent = outbound;
    // While the server handles one batch, settle the previous one and read the next.
    const [answer, next] = await Promise.all([
      sent.length === 0 ? NOTHING_SENT : server.push(sent.map(({ item }) => item)),
      read(from + MOST_PUSHED_ITEMS),
      settling,
    ]);
    if (!answer.ok) return answer;
    settling = settlePush(stores, sent, answer.value.results);
    outbound = next;
    if (isOther(link, answer.value.epoch)) {
      await settling;
      return { ...SAME, epoch: answer.value.epoch };
    }
  }
  await settling;
  return SAME;
}

const NOTHING_SENT: ServerAnswer<Pushed> = { ok: true, value: { results: [] } };

async function readBatch(stores: SyncStores, rows: readonly Rows['outbox'][]): Promise<readonly Outbound[]> {
  const batch = await readOutbound(stores, rows);
  const voided = batch.void.map(({ table, id }): [string, string] => [table, id]);
  if (voided.length > 0) await stores.database.outbox.bulkDelete(voided);
  return batch.outbound;
}

async function pullAll({ stores, links, server }: RoundParts, link: Link): Promise<Half> {
  let cursor = link.pulledBy === SYNC_VERSION ? link.cursor : '';
  let isKept = link.pulledBy === SYNC_VERSION;
  let answer = await server.pull(cursor);
  for (let page = 1; ; page += 1) {
    if (!answer.ok) return answer;
    const { items, more, cursor: reached, epoch = link.epoch } = answer.value;
    if (isOther(link, epoch)) return { ...SAME, epoch };
    // The same page would come for ever.
    if (more && reached === cursor) return { ok: false, reason: 'bad-reply', retryAfterMs: null };
    // Request the next page while applying this one.
    const [applied, next] = await Promise.all([
      applyPulled(stores, items, server),
      more && page < MOST_PAGES ? server.pull(reached) : null,
    ]);
    if (!applied.ok) return applied;
    if (reached !== cursor || !isKept || epoch !== link.epoch) {
      cursor = reached;
      isKept = true;
      await links.save({
        ...link,
        cursor,
        pulledBy: SYNC_VERSION,
        ...(epoch === undefined ? {} : { epoch }),
      });
    }
    if (next === null) return more ? MORE : SAME;
    answer = next;
  }
}

function key({ table, id }: { readonly table: string; readonly id: string }): string {
  return `${table} ${id}`;
}
