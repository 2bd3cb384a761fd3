import pg from 'pg';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';

type NoteItem = SyncItem & { readonly type: 'note' };

/** The lower bound of any server: a batch in two statements and one commit, without checks. */
export interface RawIngest {
  readonly store: (team: string, batch: readonly NoteItem[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Into copies of the product's tables with every index, but without row-level security. */
export async function rawIngest(ownerUrl: string, connections: number): Promise<RawIngest> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections });
  await pool.query('create table raw_records (like records including all)');
  await pool.query('create table raw_versions (like note_versions including all)');
  let seq = 0;
  return {
    store: async (team, batch) => {
      const client = await pool.connect();
      const ids = batch.map(({ id }) => id);
      const bodies = batch.map(({ note }) => JSON.stringify(note));
      const times = batch.map(({ note }) => note.createdAt);
      const keys = batch.map(({ id }) => `{${id.padStart(64, '0')}}`);
      const from = seq;
      seq += batch.length;
      try {
        await client.query('begin');
        await client.query({
          name: 'records',
          text: RECORDS,
          values: [team, ids, from, times, keys, bodies],
        });
        await client.query({ name: 'versions', text: VERSIONS, values: [team, ids, bodies, times] });
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: async () => await pool.end(),
  };
}

const RECORDS = `insert into raw_records (org, team, kind, id, seq, revision, owner, at, number_keys, body)
  select $1, $1, 'note', id, $3::bigint + place, 1, 'agent', at, keys::text[], body
  from unnest($2::text[], $4::bigint[], $5::text[], $6::text[]) with ordinality as r (id, at, keys, body, place)`;

const VERSIONS = `insert into raw_versions (org, team, note, revision, device, device_revision, fields, at)
  select $1, $1, note, 1, 'device', 1, fields, at
  from unnest($2::text[], $3::text[], $4::bigint[]) as r (note, fields, at)`;
