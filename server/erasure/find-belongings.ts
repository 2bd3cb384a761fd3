import { sql } from 'kysely';
import * as v from 'valibot';
import { text } from '../../contract/team/envelope.ts';
import { teamEventSchema } from '../../contract/team/team-event.ts';
import { readOr } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readJson, readSharedNote } from '../sync/stored-body.ts';
import { eventsNaming } from './events-naming.ts';

/** What belongs to a number and is deleted with it. */
export interface Belongings {
  readonly notes: readonly { readonly id: string; readonly owner: string | null }[];
  /** Work orders, call-backs and warnings, with those that were made for one of them. */
  readonly subjects: readonly string[];
  /** Of the person, as the team wrote them beside the number. */
  readonly names: readonly string[];
  /** Ids of the calls of the notes. */
  readonly calls: ReadonlySet<string>;
}

/** `keys`: under which the number may be stored. */
export async function findBelongings(
  tx: Tx,
  { org, team }: Tenant,
  keys: readonly string[],
): Promise<Belongings> {
  const rows = await tx
    .selectFrom('records')
    .select(['kind', 'id', 'owner', 'subject', 'body'])
    .where('org', '=', org)
    .where('team', '=', team)
    .where('number_keys', '&&', sql<string[]>`${sql.val([...keys])}::text[]`)
    .where('body', 'is not', null)
    .execute();
  const notes = rows.filter(({ kind }) => kind === 'note');
  const read = notes.flatMap(({ body }) => readOr([], () => [readSharedNote(readJson(body))]));
  const contacts = read.flatMap(({ contact }) => (contact.kind === 'call' ? [contact] : []));
  const own = new Set(
    rows.flatMap(({ kind, subject }) => (kind === 'event' && subject !== null ? [subject] : [])),
  );
  const calls = new Set(contacts.map(({ call }) => call));
  const subjects = await withAttached(tx, { org, team }, own, new Set(notes.map(({ id }) => id)), calls);
  const names = new Set([
    ...read.map(({ surname }) => surname),
    ...contacts.map(({ displayName }) => displayName ?? ''),
    ...(await surnamesOf(tx, { org, team }, subjects)),
  ]);
  names.delete('');
  return {
    notes: notes.map(({ id, owner }) => ({ id, owner })),
    subjects,
    // The longest first: 欧阳 before 欧.
    names: [...names].sort((a, b) => b.length - a.length),
    calls,
  };
}

/**
 * With the call-backs that were planned for an order, the orders that follow it, what was made from
 * the notes without a number of its own, and the follow-ups of their calls.
 */
async function withAttached(
  tx: Tx,
  where: Tenant,
  own: ReadonlySet<string>,
  notes: ReadonlySet<string>,
  calls: ReadonlySet<string>,
): Promise<readonly string[]> {
  const all = new Set(own);
  let named = [
    ...Array.from(own, namesOfSubject).flat(),
    ...Array.from(notes, (id) => nameOf('note', id)),
    ...Array.from(calls, (id) => nameOf('call', id)),
  ];
  while (named.length > 0) {
    const events = (await readNaming(tx, where, named)).filter((event) => !all.has(event.subject));
    const attached = events.filter(
      (event) =>
        ('order' in event && event.order !== null && all.has(event.order)) ||
        ('follows' in event && event.follows !== null && all.has(event.follows)) ||
        ('note' in event && 'number' in event && event.number === '' && notes.has(event.note ?? '')) ||
        ('call' in event && calls.has(event.call)),
    );
    const added = new Set(attached.map(({ subject }) => subject));
    for (const subject of added) all.add(subject);
    named = Array.from(added, namesOfSubject).flat();
  }
  return [...all];
}

function namesOfSubject(id: string): readonly string[] {
  return [nameOf('order', id), nameOf('follows', id)];
}

/** As JSON.stringify writes it. */
function nameOf(field: string, id: string): string {
  return `${JSON.stringify(field)}:${JSON.stringify(id)}`;
}

async function readNaming(tx: Tx, where: Tenant, named: readonly string[]) {
  const rows = await eventsNaming(tx, where, named).select(['body', 'seq']).execute();
  return rows.flatMap(({ body, seq }) =>
    readOr([], () => [v.parse(teamEventSchema, { seq, ...Object(readJson(body)) })]),
  );
}

async function surnamesOf(
  tx: Tx,
  { org, team }: Tenant,
  subjects: readonly string[],
): Promise<readonly string[]> {
  if (subjects.length === 0) return [];
  const rows = await tx
    .selectFrom('records')
    .select('body')
    .where('org', '=', org)
    .where('team', '=', team)
    .where('subject', '=', sql<string>`any(${subjects})`)
    .where('kind', '=', 'event')
    .execute();
  const named = v.looseObject({ surname: text(40) });
  return rows.flatMap(({ body }) => readOr([], () => [v.parse(named, readJson(body)).surname]));
}
