import { sql } from 'kysely';
import type { ReviewedNote } from '../../contract/api/review/reviewed-note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { readable } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { noteOfRow, selectNotes } from '../notes/query.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';

/** More than are shown: some are no contacts, such as rings at other phones. */
const MOST_READ = 50;

/** The newest notes of the whole team with a number, newest first. */
export async function notesWithNumber(
  tx: Tx,
  { org, team }: Tenant,
  number: string,
): Promise<readonly ReviewedNote[]> {
  const form = numberForm(number);
  if (form === null) return [];
  const keys = (await readNumberHashing(tx, org)).keysOf(form);
  const rows = await selectNotes(tx, { org, team })
    .where('note.number_keys', '&&', sql<string[]>`${sql.val([...keys])}::text[]`)
    .orderBy('note.at', 'desc')
    .orderBy('note.id', 'desc')
    .limit(MOST_READ)
    .execute();
  return readable(rows, noteOfRow).items;
}
