import { recordAudit } from '../audit/record-audit.ts';
import { inTenant, type Tenant, type Tx } from '../database/tenant.ts';
import { listOrganisations } from '../members/list-organisations.ts';
import type { Ports } from '../ports.ts';
import { expireTables } from './expire-tables.ts';
import { reportChange } from './report-change.ts';
import { lockCounter, storeChanges } from './store-changes.ts';
import { TeamState } from './team-state.ts';

const DAY_MS = 86_400_000;

/**
 * Applies table-retention.ts. In every team it deletes notes by the time of their call, subjects by
 * their newest event. Tombstones make devices delete them too. Several processes may run it at
 * once.
 */
export async function applyRetention({ db, guard }: Pick<Ports, 'db' | 'guard'>, now: number): Promise<void> {
  for (const org of await listOrganisations(db)) {
    await inTenant(db, { org, team: '*' }, (tx) => expireTables(tx, org, now));
    const teams = await inTenant(db, { org, team: '' }, async (tx) =>
      tx.selectFrom('teams').select(['team', 'retention_days']).where('org', '=', org).execute(),
    );
    for (const { team, retention_days } of teams) {
      if (retention_days === null) continue;
      const before = now - retention_days * DAY_MS;
      const gone = await inTenant(db, { org, team }, (tx) => expire(tx, { org, team }, before, now));
      if (gone > 0) await reportChange({ db, guard }, { org, team });
    }
  }
}

async function expire(tx: Tx, { org, team }: Tenant, before: number, now: number): Promise<number> {
  const seq = await lockCounter(tx, { org, team });
  const records = tx.selectFrom('records').where('org', '=', org).where('team', '=', team);
  const notes = await records
    .select(['id', 'owner'])
    .where('kind', '=', 'note')
    .where('body', 'is not', null)
    .where('at', '<', before)
    .execute();
  const subjects = await records
    .select('subject')
    .where('kind', '=', 'event')
    .where('subject', 'is not', null)
    .groupBy('subject')
    .having((row) => row.fn.max('at'), '<', before)
    .execute();
  // Without tombstones: shift events, which devices delete by the same rule, and facts.
  const others = tx.deleteFrom('records').where('org', '=', org).where('team', '=', team);
  await others
    .where('at', '<', before)
    .where((row) => row.or([row('kind', '=', 'facts'), row('kind', '=', 'event').and('subject', 'is', null)]))
    .execute();
  if (notes.length === 0 && subjects.length === 0) return 0;
  const state = new TeamState([], [], new Map());
  for (const { id, owner } of notes) state.bury('note', id, owner, now);
  for (const { subject } of subjects) state.bury('subject', subject ?? '', null, now);
  await storeChanges(tx, { org, team }, seq, state);
  const counts = { notes: notes.length, subjects: subjects.length };
  await recordAudit(tx, { org, team, member: 'server' }, now, 'retention-applied', counts);
  return notes.length + subjects.length;
}
