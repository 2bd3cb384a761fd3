import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { SyncStores } from '../open-stores.ts';

/**
 * The server's database is another one than before and may have lost what it had acknowledged:
 * everything that this agent's computer holds goes into the outbox again. False if it cannot be
 * read before an unlock.
 */
export async function offerEverything({ database, codec, team }: SyncStores): Promise<boolean> {
  if (!(await codec.readsEveryStart())) return false;
  const { agent } = await codec.writer();
  const { events, locked } = await team.load();
  if (locked > 0) return false;
  const { notes, facts, comments, outbox, shadows, teamPages } = database;
  const tables = [notes, facts, comments, outbox, shadows, teamPages];
  await database.transaction('rw', tables, async () => {
    for (const { id, revision } of await notes.where('agent').equals(agent).toArray())
      await outbox.put({ table: 'notes', id, agent, revision });
    for (const { note: id, revision = 1 } of await facts.where('agent').equals(agent).toArray())
      await outbox.put({ table: 'facts', id, agent, revision });
    // Revision 1 says that it was read; a comment that is read meanwhile is sent once more.
    for (const { id, isRead } of await comments.where('agent').equals(agent).toArray())
      await outbox.put({ table: 'comments', id, agent, revision: isRead === true ? 1 : 0 });
    await outbox.bulkPut(
      events
        .filter(isAcknowledged)
        .map(({ id, seq }) => ({ table: 'team', id, agent, revision: 1, at: seq })),
    );
    // The server's revisions begin anew; the text of the last common version stays the base.
    await shadows.where('agent').equals(agent).modify({ revision: 0 });
    // Their copies have places in the order that was.
    await teamPages.clear();
  });
  return true;
}

/**
 * The server had it; what it has not had yet is in the outbox already. Sent in the old order, so
 * that the first event of a subject stays the first.
 */
function isAcknowledged(
  event: TeamEvent,
): event is TeamEvent & { readonly seq: number; readonly receipt: string } {
  return event.seq !== undefined && event.receipt !== undefined;
}
