import { sql } from 'kysely';
import { fieldsOf } from '../../contract/note/merge-fields.ts';
import { type Redaction, redact } from '../../contract/numbers/redact.ts';
import { readOr } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readJson, readSharedNote } from '../sync/stored-body.ts';
import type { NumberedRecord, TeamState } from '../sync/team-state.ts';
import { eventsNaming } from './events-naming.ts';
import type { Place } from './find-mentions.ts';
import { redactStoredEvent } from './redact-event.ts';

interface Redacting {
  /** Records with the number in a text. */
  readonly mentions: readonly Place[];
  /** Ids of the deleted notes and subjects. */
  readonly gone: ReadonlySet<string>;
  /** Ids of their calls, which are part of the ids of follow-ups. */
  readonly calls: ReadonlySet<string>;
  readonly redaction: Redaction;
  readonly at: number;
}

/**
 * Redacts what stays: texts of other people's records, and lines of signed handovers about what is
 * deleted. Devices pull the redacted records in place of theirs.
 */
export async function redactRecords(
  tx: Tx,
  where: Tenant,
  state: TeamState,
  { mentions, gone, calls, redaction, at }: Redacting,
): Promise<void> {
  const places = [...mentions, ...(await sheetsWithLinesOf(tx, where, gone, calls))];
  const isGone = (of: string) => gone.has(of) || [...calls].some((call) => of.includes(call));
  const wanted = new Set(places.map(({ kind, id }) => `${kind} ${id}`));
  for (const record of await load(tx, where, [...new Set(places.map(({ id }) => id))])) {
    const { kind, id, subject, body } = record;
    if (!wanted.has(`${kind} ${id}`) || gone.has(kind === 'note' ? id : (subject ?? ''))) continue;
    const redacted =
      kind === 'event' ? redactStoredEvent(record, redaction, { has: isGone }, at) : redact(body, redaction);
    if (kind === 'note') await redactNote(tx, where, state, { ...record, body: redacted }, redaction);
    else if (redacted !== body) state.put({ ...record, body: redacted });
  }
}

/** The revision that devices pull, and every earlier one: their texts stay as undo steps. */
async function redactNote(
  tx: Tx,
  { org, team }: Tenant,
  state: TeamState,
  record: NumberedRecord,
  redaction: Redaction,
): Promise<void> {
  const versions = await tx
    .selectFrom('note_versions')
    .select(['revision', 'fields', 'sent', 'overruled'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('note', '=', record.id)
    .execute();
  const text = (json: string | null) =>
    json === null ? null : JSON.stringify(redact(readJson(json), redaction));
  for (const { revision, fields, sent, overruled } of versions) {
    const change = tx
      .updateTable('note_versions')
      .set({ fields: text(fields) ?? fields, sent: text(sent), overruled: text(overruled) })
      .where('org', '=', org)
      .where('team', '=', team);
    await change.where('note', '=', record.id).where('revision', '=', revision).execute();
  }
  const revision = record.revision + 1;
  state.put({ ...record, revision });
  const note = readOr(null, () => readSharedNote(record.body));
  // A base for the next merge of its devices.
  if (note !== null)
    state.addVersion({
      ...{ note: record.id, revision, device: '', deviceRevision: 0, at: note.updatedAt },
      ...{ fields: fieldsOf(note), sent: null, overruled: null },
    });
}

async function load(tx: Tx, { org, team }: Tenant, ids: readonly string[]): Promise<NumberedRecord[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('records')
    .select(['kind', 'id', 'seq', 'revision', 'owner', 'at', 'subject', 'number_keys', 'body'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('id', '=', sql<string>`any(${ids})`)
    .where('body', 'is not', null)
    .execute();
  return rows.map(({ number_keys: numberKeys, body, ...row }) => ({
    ...row,
    numberKeys,
    body: readJson(body),
  }));
}

async function sheetsWithLinesOf(
  tx: Tx,
  where: Tenant,
  gone: ReadonlySet<string>,
  calls: ReadonlySet<string>,
): Promise<readonly Place[]> {
  const named = [
    ...Array.from(gone, (id) => `"of":${JSON.stringify(id)}`),
    ...Array.from(calls, (id) => JSON.stringify(id).slice(1, -1)),
  ];
  return named.length === 0 ? [] : await eventsNaming(tx, where, named).select(['kind', 'id']).execute();
}
