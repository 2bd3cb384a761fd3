import type { Instant } from '../../calls/call-event.ts';
import type { Database, Rows } from '../database.ts';
import { TABLE_RETENTION } from '../retention/table-retention.ts';

/** A wrap-up that nobody finishes keeps nothing for longer, ms. */
const LONGEST_MS = TABLE_RETENTION.heldCalls.days * 24 * 3_600_000;

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
  const held = await database.heldCalls.filter(({ since }) => isRecent(since, now)).primaryKeys();
  return new Set([...open, ...held]);
}

/** Deletes the marks of wrap-ups that nobody finished. */
export async function expireHeldCalls({ heldCalls }: Database, now: Instant): Promise<void> {
  await heldCalls.filter(({ since }) => !isRecent(since, now)).delete();
}

/** Also false for a call of a clock that was set back by more than a day since. */
function isRecent(since: Instant, now: Instant): boolean {
  return Math.abs(now - since) < LONGEST_MS;
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
