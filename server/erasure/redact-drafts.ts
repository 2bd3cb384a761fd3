import { type Redaction, redact } from '../../contract/numbers/redact.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { announce } from '../events/announce.ts';

/** Drafts of packs: leads who have one open get the next revision. Releases are signed and stay. */
export async function redactDrafts(tx: Tx, where: Tenant, redaction: Redaction, at: number): Promise<void> {
  const { org, team } = where;
  const drafts = tx.selectFrom('pack_drafts').selectAll().where('org', '=', org).where('team', '=', team);
  for (const { draft, name, content, revision: known, by } of await drafts.forUpdate().execute()) {
    const redacted = redact({ name, content }, redaction);
    if (redacted.name === name && redacted.content === content) continue;
    const revision = known + 1;
    const written = { name: redacted.name, content: JSON.stringify(redacted.content), revision, at };
    const writing = tx.updateTable('pack_drafts').set(written).where('org', '=', org);
    await writing.where('team', '=', team).where('draft', '=', draft).execute();
    const leads = { permission: 'publish-packs', agents: [] } as const;
    await announce(tx, where, leads, { type: 'draft', draft, revision, by }, at);
  }
}
