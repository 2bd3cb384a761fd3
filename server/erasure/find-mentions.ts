import { type RawBuilder, sql } from 'kysely';
import { formsNamedIn } from '../../contract/numbers/redact.ts';
import { WRITTEN_DIGITS } from '../../contract/numbers/written-digits.ts';
import type { RecordKind } from '../database/tables.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readJson } from '../sync/stored-body.ts';

export interface Place {
  readonly kind: RecordKind;
  readonly id: string;
}

/** Numbers of a team's order that one statement goes through: it must end within its limit. */
const AT_ONCE = 5_000;

/**
 * The number that is erased. `digits` is null after a restore, when only its keyed hash is known:
 * every record is then read.
 */
export interface Wanted {
  readonly digits: string | null;
  readonly isMeant: (form: string) => boolean;
}

/**
 * Records with a number somewhere in their texts, or in those of an earlier revision. `after` and
 * `upTo` are places in the team's order.
 */
export async function findMentions(
  tx: Tx,
  where: Tenant,
  wanted: Wanted,
  after: number,
  upTo: number,
): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (let from = after; from < upTo; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, upTo);
    for (const { kind, id, texts } of await candidates(tx, where, wanted.digits, from, to))
      if (texts.some((text) => formsNamedIn(readJson(text)).some(wanted.isMeant))) found.push({ kind, id });
  }
  return found;
}

/** The database looks for the digits alone, which finds more than there is. */
async function candidates(tx: Tx, { org, team }: Tenant, digits: string | null, from: number, to: number) {
  const has = (texts: RawBuilder<string>) =>
    digits === null ? sql<boolean>`true` : sql<boolean>`${digitsOf(texts)} like ${`%${digits}%`}`;
  const { rows } = await sql<Place & { texts: string[] }>`
    with wanted as (
      select kind, id, body, case when kind <> 'note' then '{}'::text[] else array(
        select unnest(array[fields, sent, overruled]) from note_versions v
        where v.org = r.org and v.team = r.team and v.note = r.id) end as versions
      from records r
      where org = ${org} and team = ${team} and seq > ${from} and seq <= ${to} and body is not null
        and kind <> 'erasure')
    select kind, id, array_remove(array_append(versions, body), null) as texts from wanted
    where ${has(sql`body`)} or ${has(sql`array_to_string(versions, ' ')`)}`.execute(tx);
  return rows;
}

const SIGNS = [...WRITTEN_DIGITS].filter(([sign, digit]) => sign !== digit);
const FROM = SIGNS.map(([sign]) => sign).join('');
const TO = SIGNS.map(([, digit]) => digit).join('');

/** All digits of a JSON text in one row, without those of escaped signs. */
function digitsOf(text: RawBuilder<string>): RawBuilder<string> {
  const plain = sql`translate(regexp_replace(${text}, ${'\\\\u[0-9a-f]{4}'}, '', 'g'), ${FROM}, ${TO})`;
  return sql`regexp_replace(${plain}, '[^0-9]', '', 'g')`;
}
