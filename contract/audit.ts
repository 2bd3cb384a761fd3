import * as v from 'valibot';
import { instantSchema } from './team/envelope.ts';

/** What a team must be able to account for. */
const auditActionSchema = v.picklist([
  'enrolled',
  'signed-in',
  'code-made',
  'device-revoked',
  'member-added',
  'member-changed',
  'team-changed',
  'organisation-changed',
  'notes-exported',
  'full-note-read',
  'number-erased',
  'retention-applied',
  'draft-saved',
  'pack-published',
  'pack-rolled-back',
]);

export const auditEntrySchema = v.strictObject({
  id: v.string(),
  at: instantSchema,
  /** Member's id; `server` for what the server did by itself. */
  member: v.string(),
  action: v.string(),
  /** Counts and ids; no name, number or text. */
  detail: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
});

/** Newest first. `before`: the `at` of the last entry of the page before. */
export const auditQuerySchema = v.strictObject({
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
});

export const auditAnswerSchema = v.strictObject({ entries: v.array(auditEntrySchema) });

export type AuditAction = v.InferOutput<typeof auditActionSchema>;
