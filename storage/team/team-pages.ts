import * as v from 'valibot';
import { type TeamEvent, teamEventSchema } from '../../contract/team/team-event.ts';
import type { Database, Rows } from '../database.ts';
import type { TeamRing } from '../keys/team-ring.ts';
import { encryptRecord, openRecord } from '../vault/encrypted-record.ts';

/** Events per page: opened in a few milliseconds, where a single event takes a tenth of one. */
const PAGE_EVENTS = 1000;

const pageSchema = v.array(teamEventSchema);

export interface TeamPages {
  readonly count: number;
  readonly events: ReadonlyMap<string, TeamEvent>;
}

/**
 * Copies of many events in one box each. An event counts only while its own row exists. A page that
 * cannot be decrypted now is skipped, a tampered one is deleted.
 */
export async function readTeamPages(database: Database, ring: TeamRing): Promise<TeamPages> {
  const rows = await database.teamPages.toArray();
  const events = new Map<string, TeamEvent>();
  for (const { id, encrypted } of rows) {
    const opened = await openRecord(await ring.find(encrypted.startId), 'teamPages', id, encrypted);
    const parsed = v.safeParse(pageSchema, opened.ok ? opened.record : null);
    if (parsed.success) for (const event of parsed.output) events.set(event.id, event);
    else if (opened.ok || opened.reason === 'tampered') await database.teamPages.delete(id);
  }
  return { count: rows.length, events };
}

/**
 * Writes full pages of events that are in no page, unless another browser page did so since `read`.
 * In a team with a server only synced events go into pages, because they never change.
 */
export async function writeTeamPages(
  database: Database,
  ring: TeamRing,
  read: TeamPages,
  unpaged: readonly TeamEvent[],
): Promise<void> {
  const synced = unpaged.filter(({ seq }) => seq !== undefined);
  const loose = synced.length > 0 ? synced : unpaged;
  if (loose.length < PAGE_EVENTS) return;
  const keys = await ring.current();
  const pages: Rows['teamPages'][] = [];
  for (let at = 0; at + PAGE_EVENTS <= loose.length; at += PAGE_EVENTS) {
    const id = crypto.randomUUID();
    const events = loose.slice(at, at + PAGE_EVENTS);
    pages.push({
      id,
      provisional: synced.length === 0,
      encrypted: await encryptRecord(keys, 'teamPages', id, events),
    });
  }
  await database.transaction('rw', database.team, database.teamPages, async () => {
    if ((await database.teamPages.count()) !== read.count) return;
    // A copy must not keep an event that was deleted meanwhile.
    const ids = loose.map(({ id }) => id);
    const stored = await database.team.where('id').anyOf(ids).count();
    if (stored === ids.length) await database.teamPages.bulkAdd(pages);
  });
}

/** Deletes copies of events that the server has put into order since. */
export async function dropProvisionalPages(pages: Database['teamPages']): Promise<void> {
  await pages.filter(({ provisional }) => provisional).delete();
}
