import { sql } from 'kysely';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import { readable, readOr } from '../database/readable.ts';
import type { RecordKind, Tables } from '../database/tables.ts';
import type { Tx } from '../database/tenant.ts';
import type { NumberHashing } from '../erasure/number-hashing.ts';
import type { Actor } from '../http/serve.ts';
import { subjectsNamedIn } from './apply-event.ts';
import { readFields, readJson } from './stored-body.ts';
import { type NoteVersion, type SyncRecord, TeamState } from './team-state.ts';

type VersionRow = Tables['note_versions'];

/** Loads everything that a batch may change. */
export async function loadState(
  tx: Tx,
  { org, team, device }: Actor,
  items: readonly SyncItem[],
  { hashing, keys }: { readonly hashing: NumberHashing; readonly keys: readonly string[] },
): Promise<TeamState> {
  const erasures = hashing.withOld(keys).map((id) => ['erasure', id] as const);
  const wanted = [...items.flatMap(recordsOf), ...erasures];
  const found = await tx
    .selectFrom('records')
    .select(['kind', 'id', 'revision', 'owner', 'at', 'subject', 'number_keys', 'body'])
    .where('org', '=', org)
    .where('team', '=', team)
    // Every kind with every id: some rows too many, but all found by the primary key.
    .where('kind', '=', sql<RecordKind>`any(${[...new Set(wanted.map(([kind]) => kind))]})`)
    .where('id', '=', sql<string>`any(${[...new Set(wanted.map(([, id]) => id))]})`)
    .execute();
  const records = found.map(({ number_keys: numberKeys, body, ...row }): SyncRecord => {
    return { ...row, numberKeys, body: readOr({}, () => readJson(body)) };
  });
  const erased = new Map<string, number>();
  for (const { kind, id, at } of records) {
    const key = hashing.currentOf(id);
    if (kind === 'erasure') erased.set(key, Math.max(at, erased.get(key) ?? at));
  }
  const known = new Set(records.flatMap(({ kind, id }) => (kind === 'note' ? [id] : [])));
  const again = items.flatMap((item) => (item.type === 'note' && known.has(item.id) ? [item] : []));
  const versions = again.length === 0 ? [] : await loadVersions(tx, { org, team, device }, again);
  return new TeamState(records, versions, erased);
}

function recordsOf(item: SyncItem): readonly (readonly [RecordKind, string])[] {
  if (item.type === 'team' || item.type === 'restored')
    return [
      ['event', item.event.id],
      ...[item.event.subject, ...subjectsNamedIn(item.event)].map((id) => ['subject', id] as const),
    ];
  if (item.type === 'facts')
    return [
      ['note', item.id],
      ['facts', item.id],
    ];
  if (item.type === 'restored-comment')
    return [
      ['note', item.note],
      ['comment', item.id],
    ];
  return [[item.type === 'comment-read' ? 'comment' : 'note', item.id]];
}

/**
 * Of each note the last version that this device sent, and the one that it last received: as many
 * rows as items, however many revisions a note has.
 */
async function loadVersions(
  tx: Tx,
  { org, team, device }: { readonly org: string; readonly team: string; readonly device: string },
  notes: readonly { readonly id: string; readonly base: number }[],
): Promise<readonly NoteVersion[]> {
  const ids = [...new Set(notes.map(({ id }) => id))];
  const { rows } = await sql<VersionRow>`
    select last.* from unnest(${ids}::text[]) as wanted (note)
      cross join lateral (select * from note_versions as v
        where v.org = ${org} and v.team = ${team} and v.note = wanted.note and v.device = ${device}
        order by -v.revision limit 1) as last
    union
    select base.* from unnest(${notes.map(({ id }) => id)}::text[], ${notes.map(({ base }) => base)}::bigint[])
        as wanted (note, revision)
      join note_versions as base on base.org = ${org} and base.team = ${team}
        and base.note = wanted.note and base.revision = wanted.revision`.execute(tx);
  // A version that cannot be read is no base: the note is then merged without one.
  return readable(
    rows,
    ({ note, revision, device, device_revision: deviceRevision, fields, sent, overruled, at }) => {
      const read = (text: string | null) => (text === null ? null : readFields(text));
      const kept = { fields: readFields(fields), sent: read(sent), overruled: read(overruled) };
      return { note, revision, device, deviceRevision, at, ...kept };
    },
  ).items;
}
