import * as v from 'valibot';
import { type HelpRequest, helpRequestSchema } from '../../contract/api/presence/help-request.ts';
import { type Redaction, redact } from '../../contract/numbers/redact.ts';
import { readOr } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { announceHelp } from '../help/announce-help.ts';
import { LISTED_MS } from '../help/listed.ts';

interface ErasedCalls {
  /** Ids of the calls whose notes are erased. */
  readonly calls: ReadonlySet<string>;
  readonly redaction: Redaction;
  readonly at: number;
}

/**
 * Deletes what names the number, or one of its calls, and lives no longer than a day: requests for
 * help, events of the streams, agents' states. An agent's state comes again within a minute.
 */
export async function eraseCalls(
  tx: Tx,
  where: Tenant,
  { calls, redaction, at }: ErasedCalls,
): Promise<void> {
  const isMeant = (one: unknown) => namesCall(one, calls) || redact(one, redaction) !== one;
  const blanked = await eraseHelp(tx, where, isMeant, redaction, at);
  const { org, team } = where;
  const events = tx.selectFrom('events').select(['seq', 'body']).where('org', '=', org);
  for (const { seq, body } of await events.where('team', '=', team).execute()) {
    if (!isMeant(body)) continue;
    const event = tx.deleteFrom('events').where('org', '=', org).where('team', '=', team);
    await event.where('seq', '=', seq).execute();
  }
  const states = tx.selectFrom('presence_states').select(['agent', 'state']).where('org', '=', org);
  for (const { agent, state } of await states.where('team', '=', team).execute()) {
    if (!isMeant(state)) continue;
    const present = tx.deleteFrom('presence_states').where('org', '=', org).where('team', '=', team);
    await present.where('agent', '=', agent).execute();
  }
  // Leads who have the request on screen receive it without its text.
  for (const request of blanked) await announceHelp(tx, where, request, at);
}

/** An open request stays, without its text: its agent may be in that call now. */
async function eraseHelp(
  tx: Tx,
  { org, team }: Tenant,
  isMeant: (body: unknown) => boolean,
  redaction: Redaction,
  at: number,
): Promise<readonly HelpRequest[]> {
  const blanked: HelpRequest[] = [];
  const requests = tx.selectFrom('help_requests').selectAll().where('org', '=', org);
  for (const row of await requests.where('team', '=', team).execute()) {
    if (!isMeant(row.body)) continue;
    const isOpen = row.over_at === null && row.at > at - LISTED_MS;
    const request = isOpen ? readOr(null, () => v.parse(helpRequestSchema, row.body)) : null;
    if (request === null) {
      const deleting = tx.deleteFrom('help_requests').where('org', '=', org).where('team', '=', team);
      await deleting.where('id', '=', row.id).execute();
      continue;
    }
    const blank = { ...redact(request, redaction), summary: '' };
    const written = { body: JSON.stringify(blank) };
    const blanking = tx.updateTable('help_requests').set(written).where('org', '=', org);
    await blanking.where('team', '=', team).where('id', '=', row.id).execute();
    blanked.push(blank);
  }
  return blanked;
}

/** Somewhere in it, `call` is one of these. */
function namesCall(value: unknown, calls: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, one]) => (key === 'call' && typeof one === 'string' && calls.has(one)) || namesCall(one, calls),
  );
}
