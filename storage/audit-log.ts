import * as v from 'valibot';
import type { Instant } from '../calls/call-event.ts';
import { boundedText } from '../calls/vocabulary/bounded-text.ts';
import { instantSchema } from '../calls/vocabulary/instant.ts';
import { countSchema } from '../calls/vocabulary/whole-number.ts';
import { exportFormatSchema } from '../contract/table/export-file.ts';
import type { Database } from './database.ts';
import type { Codec } from './vault/codec.ts';

const count = countSchema;

const auditEntrySchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('exported'),
    at: instantSchema,
    format: exportFormatSchema,
    masked: v.boolean(),
    notes: count,
  }),
  /** Does not keep the number: the erasure would be pointless. */
  v.strictObject({ kind: v.literal('deleted-by-number'), at: instantSchema, notes: count, calls: count }),
  /** An agent revealed the full numbers of a note. */
  v.strictObject({ kind: v.literal('revealed'), at: instantSchema, note: boundedText(80) }),
  /** The harassment register was exported with full numbers. */
  v.strictObject({
    kind: v.literal('register-exported'),
    at: instantSchema,
    format: exportFormatSchema,
    entries: count,
  }),
  /** A form with full numbers, by the name of its file. */
  v.strictObject({
    kind: v.literal('paper'),
    at: instantSchema,
    paper: boundedText(200),
    how: v.picklist(['opened', 'printed', 'exported']),
  }),
  v.strictObject({ kind: v.literal('deleted-by-age'), at: instantSchema, notes: count, kept: count }),
]);

export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;

interface AuditPorts {
  readonly database: Database;
  readonly codec: Codec;
}

export async function recordAudit({ database, codec }: AuditPorts, entry: AuditEntry): Promise<void> {
  const id = crypto.randomUUID();
  const { agent } = await codec.writer();
  await database.audit.add({ id, agent, encrypted: await codec.encode('audit', id, entry) });
}

/** Oldest first. `unread` counts the entries that cannot be decrypted now. */
export async function readAudit({
  database,
  codec,
}: AuditPorts): Promise<{ entries: readonly AuditEntry[]; unread: number }> {
  const { agent } = await codec.writer();
  const rows = await database.audit.where('agent').equals(agent).toArray();
  const decoded = await Promise.all(rows.map((row) => codec.decode('audit', row.id, row.encrypted)));
  const parsed = decoded.map((one) => v.safeParse(auditEntrySchema, one.ok ? one.record : null));
  const entries = parsed.flatMap((one) => (one.success ? [one.output] : []));
  return { entries: entries.sort((a, b) => a.at - b.at), unread: rows.length - entries.length };
}

/** Deletes this agent's entries from before a time. One that cannot be read now stays. */
export async function expireAudit({ database, codec }: AuditPorts, before: Instant): Promise<void> {
  const { agent } = await codec.writer();
  for (const { id, encrypted } of await database.audit.where('agent').equals(agent).toArray()) {
    const decoded = await codec.decode('audit', id, encrypted);
    const entry = v.safeParse(auditEntrySchema, decoded.ok ? decoded.record : null);
    if (entry.success && entry.output.at < before) await database.audit.delete(id);
  }
}
