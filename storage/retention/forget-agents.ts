import type { Instant } from '../../calls/call-event.ts';
import type { Database, Rows } from '../database.ts';
import { dayOf } from '../notes/day.ts';
import { heldCallKeys, tablesOfHeldCalls } from '../notes/held-calls.ts';

/** An agent is at this computer and unlocked: their day of last use is today. */
export async function markUsed({ meta }: Database, agent: string, now: Instant): Promise<void> {
  const name = `lastUse ${agent}` as const;
  if ((await meta.get(name))?.value !== dayOf(now)) await meta.put({ name, value: dayOf(now) });
}

/**
 * Deletes what belongs to agents who have left this computer, without their keys. Who was removed
 * keeps what they have not sent. Who has neither unlocked nor written anything since the day of
 * `before` keeps nothing: all of it is over age. `current` is the agent who is signed in; `before`
 * null keeps for ever. Returns the agents of whom something was deleted.
 */
export async function forgetAgents(
  database: Database,
  current: string,
  before: Instant | null,
  now: Instant,
): Promise<readonly string[]> {
  const forgotten: string[] = [];
  for (const { agent, isRemoved } of await database.keys.toArray()) {
    if (agent === current) continue;
    const hasLeft = before !== null && (await lastUse(database, agent, now)) < dayOf(before);
    if (hasLeft) await forget(database, agent, 'everything', now);
    else if (isRemoved === true) await forget(database, agent, 'sent', now);
    else continue;
    forgotten.push(agent);
  }
  return forgotten;
}

/** The last local day on which the agent unlocked or wrote; the first check's if unknown. */
async function lastUse(database: Database, agent: string, now: Instant): Promise<string> {
  const { meta, notes, journal } = database;
  const name = `lastUse ${agent}` as const;
  const known = (await meta.get(name))?.value;
  if (known === undefined) await meta.put({ name, value: dayOf(now) });
  const newest = [
    await notes.where('[agent+day]').between([agent, ''], [agent, '\uffff']).last(),
    await journal.where('[agent+day]').between([agent, ''], [agent, '\uffff']).last(),
  ];
  return [known ?? dayOf(now), ...newest.map((row) => row?.day ?? '')].sort().at(-1) ?? '';
}

async function forget(
  database: Database,
  agent: string,
  which: 'sent' | 'everything',
  now: Instant,
): Promise<void> {
  const { notes, facts, undo, shadows, comments, notePages, outbox, refusals } = database;
  const { journal, openCalls, dialogs, audit, credentials, links, signers, sipAccounts } = database;
  const { keys, meta, teamShares, packTrust } = database;
  const tables = [notes, facts, undo, shadows, comments, notePages, outbox, refusals, journal, dialogs];
  const others = [audit, credentials, links, signers, sipAccounts, keys, meta, teamShares, packTrust];
  const held = tablesOfHeldCalls(database);
  await database.transaction('rw', [...tables, ...others, ...held], async () => {
    const unsent = which === 'sent' ? await outbox.where('agent').equals(agent).toArray() : [];
    const stays = new Set(unsent.map(({ id }) => id));
    const live = await heldCallKeys(database, now);
    const pages = notePages.where('[agent+to]').between([agent, ''], [agent, '\uffff']);
    const ofAgent = notes.where('[agent+day]').between([agent, ''], [agent, '\uffff']);
    await ofAgent.filter(({ id, callKey }) => !stays.has(id) && !live.has(callKey)).delete();
    for (const table of [facts, undo, shadows])
      await table
        .where('agent')
        .equals(agent)
        .filter(({ note }: Pick<Rows['facts'], 'note'>) => !stays.has(note))
        .delete();
    await comments
      .where('agent')
      .equals(agent)
      .filter(({ id, note }) => !stays.has(id) && !stays.has(note))
      .delete();
    await pages.delete();
    await meta.delete(`notePages ${agent}`);
    await journal
      .where('[agent+day]')
      .between([agent, ''], [agent, '\uffff'])
      .filter(({ callKey }) => !live.has(callKey))
      .delete();
    for (const table of [dialogs, audit, sipAccounts]) await table.where('agent').equals(agent).delete();
    await credentials.bulkDelete([agent, `turn ${agent}`]);
    await signers.delete(agent);
    if (which === 'sent') return;
    for (const table of [outbox, refusals]) await table.where('agent').equals(agent).delete();
    await openCalls.filter((call) => call.agent === agent).delete();
    await links.delete(agent);
    await packTrust.where('id').startsWith(`agent ${agent} `).delete();
    await meta.delete(`lastUse ${agent}`);
    const holders = await teamShares.toCollection().primaryKeys();
    // The last holder's share is what opens the team's events: it has no customer in it.
    if (holders.length === 1 && holders[0] === agent) return;
    await teamShares.delete(agent);
    await keys.delete(agent);
  });
}
