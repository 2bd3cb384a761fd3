import type { Instant } from '../../calls/call-event.ts';
import type { Database, Rows } from '../database.ts';

/** A wrap-up that nobody finishes keeps nothing for longer, ms. */
const LONGEST_MS = 24 * 3_600_000;

/** The tables that a transaction around these functions needs. */
export function tablesOfHeldCalls({ openCalls, heldCalls, laterDeletions }: Database) {
  return [openCalls, heldCalls, laterDeletions];
}

/**
 * Keys of the calls that are up or being wrapped up: no deletion takes their journal and note away
 * from the agent.
 */
export async function heldCallKeys(database: Database, now: Instant): Promise<ReadonlySet<string>> {
  const open = await database.openCalls.toCollection().primaryKeys();
  const held = await database.heldCalls.filter(({ since }) => now - since < LONGEST_MS).primaryKeys();
  return new Set([...open, ...held]);
}

interface Meant {
  readonly notes: readonly Rows['notes'][];
  readonly callKeys: readonly string[];
}

/**
 * What of a deletion may be done now. The rest is written down, and done when the calls are over
 * (`finish-deletions.ts`). `alsoOnServer`: the notes are deleted on the server too.
 */
export async function postponeHeld(
  database: Database,
  { notes, callKeys }: Meant,
  alsoOnServer: boolean,
  now: Instant,
): Promise<Meant & { readonly later: number }> {
  const held = await heldCallKeys(database, now);
  const isHeld = (callKey: string) => held.has(callKey);
  const later = new Set([...notes.map(({ callKey }) => callKey), ...callKeys].filter(isHeld));
  const known = await database.laterDeletions.bulkGet([...later]);
  const isKnown = new Set(known.flatMap((one) => (one?.alsoOnServer === true ? [one.callKey] : [])));
  await database.laterDeletions.bulkPut(
    Array.from(later, (callKey) => ({ callKey, alsoOnServer: alsoOnServer || isKnown.has(callKey) })),
  );
  return {
    notes: notes.filter(({ callKey }) => !isHeld(callKey)),
    callKeys: callKeys.filter((callKey) => !isHeld(callKey)),
    later: later.size,
  };
}
