import { numberForm } from '../../contract/numbers/number-form.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tenant, TenantMember, Tx } from '../database/tenant.ts';
import type { Deletion } from '../restore/deletion.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';
import { deletionsOf, lockCounter, storeChanges } from '../sync/store-changes.ts';
import { TeamState } from '../sync/team-state.ts';
import { eraseCalls } from './erase-calls.ts';
import { eraseCustomer, redactCustomers } from './erase-customers.ts';
import { findBelongings } from './find-belongings.ts';
import { findMentions, type Wanted } from './find-mentions.ts';
import { holdTexts } from './hold-texts.ts';
import { redactDrafts } from './redact-drafts.ts';
import { redactRecords } from './redact-records.ts';

export interface Erased {
  readonly notes: number;
  readonly subjects: number;
  /** What must stay deleted after a restore. */
  readonly deletions: readonly Deletion[];
}

/** What is kept of an erasure: no number. */
export interface Erasure {
  /** Keyed hash of the number, in hex (number-keys.ts). */
  readonly key: string;
  /** Data up to this time is deleted; a later call is a new contact. */
  readonly at: number;
}

/**
 * Right to erasure (PIPL art. 47). Deletes the team's data of a number here, on every device with
 * its next pull, and what arrives later from outboxes. Null if it is not a number. The audit log
 * omits it.
 */
export async function eraseNumber(
  tx: Tx,
  who: TenantMember,
  number: string,
  at: number,
): Promise<Erased | null> {
  const digits = numberForm(number);
  if (digits === null) return null;
  const key = (await readNumberHashing(tx, who.org)).keyOf(digits);
  return await applyErasure(tx, who, { key, at }, digits);
}

/** The same for a number that is only known by its key: it reads every record of the team. */
export async function eraseKey(tx: Tx, who: TenantMember, key: string, at: number): Promise<Erased> {
  return await applyErasure(tx, who, { key, at }, null);
}

/** Applies an erasure and records it: the one place that does. */
async function applyErasure(
  tx: Tx,
  team: TenantMember,
  erasure: Erasure,
  digits: string | null,
): Promise<Erased> {
  const { key, at } = erasure;
  const hashing = await readNumberHashing(tx, team.org);
  const keys = new Set(digits === null ? [key] : hashing.keysOf(digits));
  const isMeant = (form: string) => {
    if (digits !== null) return form === digits;
    const own = hashing.keysOf(form);
    if (!own.includes(key)) return false;
    for (const one of own) keys.add(one);
    return true;
  };
  const wanted: Wanted = { digits, isMeant };
  const before = await newestSeq(tx, team);
  // The long search comes before the lock: pushes of the team go on meanwhile.
  const early = await findMentions(tx, team, wanted, 0, before);
  await holdTexts(tx, team);
  const seq = await lockCounter(tx, team);
  const mentions = [...early, ...(await findMentions(tx, team, wanted, before, seq))];
  const { notes, subjects, names: noted, calls } = await findBelongings(tx, team, [...keys]);
  const listed = await eraseCustomer(tx, team, [...keys]);
  // The longest first: 欧阳 before 欧.
  const names = [...new Set([...noted, ...listed])].sort((a, b) => b.length - a.length);
  const state = new TeamState([], [], new Map());
  for (const { id, owner } of notes) state.bury('note', id, owner, at, [key]);
  for (const subject of subjects) state.bury('subject', subject, null, at, [key]);
  const gone = new Set([...notes.map(({ id }) => id), ...subjects]);
  const redaction = { isMeant, names };
  await redactRecords(tx, team, state, { mentions, gone, calls, redaction, at });
  await eraseCalls(tx, team, { calls, redaction, at });
  await redactCustomers(tx, team, redaction);
  await redactDrafts(tx, team, redaction, at);
  const none = { owner: null, subject: null, numberKeys: [] };
  state.put({ kind: 'erasure', id: key, revision: 1, at, ...none, body: {} });
  await storeChanges(tx, team, seq, state);
  const counts = { notes: notes.length, subjects: subjects.length };
  await recordAudit(tx, team, at, 'number-erased', counts);
  return { ...counts, deletions: deletionsOf(team.team, state) };
}

async function newestSeq(tx: Tx, { org, team }: Tenant): Promise<number> {
  const counter = tx.selectFrom('team_counters').select('seq').where('org', '=', org);
  return (await counter.where('team', '=', team).executeTakeFirstOrThrow()).seq;
}
