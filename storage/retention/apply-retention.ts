import type { Instant } from '../../calls/call-event.ts';
import { expireAudit } from '../audit-log.ts';
import { deleteExpired } from '../notes/delete-notes.ts';
import { expireHeldCalls } from '../notes/held-calls.ts';
import type { Stores } from '../open-stores.ts';
import { pruneStarts } from '../vault/prune-starts.ts';
import { expireShifts } from './expire-shifts.ts';
import { forgetAgents } from './forget-agents.ts';
import { TABLE_RETENTION } from './table-retention.ts';

export type RetainedStores = Pick<
  Stores,
  'notes' | 'team' | 'links' | 'packs' | 'vault' | 'database' | 'codec'
>;

const DAY_MS = 86_400_000;

/**
 * Applies table-retention.ts on this computer, for all of its agents. `keepNotesDays` 0 keeps notes
 * for ever. Works while locked; what needs a key waits for the next run.
 */
export async function applyRetention(
  stores: RetainedStores,
  keepNotesDays: number,
  now: Instant,
): Promise<void> {
  const { database, notes, packs, codec } = stores;
  const { agent, startId } = await codec.writer();
  const before = keepNotesDays === 0 ? null : now - keepNotesDays * DAY_MS;
  await expireHeldCalls(database, now);
  await packs.expire(now);
  const agents = new Set([agent, ...(await database.keys.toCollection().primaryKeys())]);
  const touched = new Set(await forgetAgents(database, agent, before, now));
  if (before !== null) {
    for (const one of agents) if ((await deleteExpired(notes, before, one)).deleted > 0) touched.add(one);
  }
  await expireTeam(stores, before, now);
  await expireAudit(notes.ports, now - TABLE_RETENTION.audit.days * DAY_MS);
  for (const one of touched) await pruneStarts(database, one, startId);
}

/** With a server by the team's days, otherwise by those of the settings. */
async function expireTeam(stores: RetainedStores, before: Instant | null, now: Instant): Promise<void> {
  if (stores.vault.state.state !== 'unlocked') return;
  const reading = await stores.links.read();
  if (reading.state === 'locked') return;
  if (reading.state === 'none')
    return before === null ? undefined : await expireShifts(stores, before, false);
  const { retentionDays } = reading.link.me.team;
  if (retentionDays !== null) await expireShifts(stores, now - retentionDays * DAY_MS, true);
}
