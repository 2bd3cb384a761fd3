import * as v from 'valibot';
import { countSchema, wholeNumber } from '../../calls/vocabulary/whole-number.ts';
import { instantSchema, text } from '../team/envelope.ts';
import { endpoint } from './endpoint.ts';

/** Actions that the audit log records. */
export const auditActionSchema = v.picklist([
  'enrolled',
  'signed-in',
  'code-made',
  /** By who made the code; `for`: whose device it enrolled. */
  'code-used',
  'device-revoked',
  'token-made',
  'token-revoked',
  'webhook-added',
  'webhook-removed',
  'member-added',
  'member-changed',
  'team-changed',
  'organisation-changed',
  'notes-exported',
  'figures-exported',
  /** Passwords of the team's SIP accounts, for the phone system; the server never had them. */
  'sip-accounts-exported',
  'full-note-read',
  /** By a name, number or text, which are not recorded. */
  'notes-searched',
  /** For the number of a live call; the number itself is not recorded. */
  'contacts-asked',
  /** The team's contact list, with whole numbers. */
  'customers-read',
  'customers-exported',
  'customers-saved',
  'customers-removed',
  /** A call-back list, or call-backs that went to another agent. */
  'call-backs-handed-out',
  /** By a lead or supervisor; `as`: the agent number, null for somebody without one. */
  'written-for-others',
  'number-erased',
  'retention-applied',
  'pack-published',
  'pack-rolled-back',
]);

/** A count or an instant. */
const detailNumber = wholeNumber(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

export const auditEntrySchema = v.strictObject({
  id: text(80),
  at: instantSchema,
  /** Member's id; `server` for the server's own actions. */
  member: text(80),
  action: text(80),
  /** Counts and ids; no name, number or text. */
  detail: v.record(text(80), v.nullable(v.union([text(400), detailNumber, v.boolean()]))),
});

/** Filters of the log. */
export const auditGroupSchema = v.picklist([
  'exports',
  'numbers',
  'publishing',
  'revocations',
  'members',
  'deletions',
  'settings',
  'lists',
  'others',
]);

export type AuditGroup = v.InferOutput<typeof auditGroupSchema>;

export const AUDIT_GROUPS: Readonly<Record<AuditGroup, readonly AuditAction[]>> = {
  exports: ['notes-exported', 'figures-exported', 'sip-accounts-exported', 'customers-exported'],
  numbers: ['full-note-read', 'notes-searched', 'contacts-asked', 'customers-read'],
  publishing: ['pack-published', 'pack-rolled-back'],
  revocations: ['device-revoked', 'token-revoked'],
  members: [
    'enrolled',
    'signed-in',
    'code-made',
    'code-used',
    'token-made',
    'member-added',
    'member-changed',
  ],
  deletions: ['number-erased', 'retention-applied'],
  settings: ['team-changed', 'organisation-changed', 'webhook-added', 'webhook-removed'],
  lists: ['call-backs-handed-out', 'customers-saved', 'customers-removed'],
  others: ['written-for-others'],
};

/** Newest first. `before`: `AT.ID` of the last entry of the page before. */
export const auditQuerySchema = v.strictObject({
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}(\.[\w-]{1,80})?$/))),
  group: v.optional(auditGroupSchema),
});

export const auditAnswerSchema = v.strictObject({
  entries: v.array(auditEntrySchema),
  /** Rows that the server could not read, and left out. */
  unreadable: v.optional(countSchema, 0),
});

export const auditApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/audit',
    permission: 'read-audit',
    summary: "The team's audit log, newest first.",
    query: auditQuerySchema,
    answer: auditAnswerSchema,
  }),
};

export type AuditEntry = Readonly<v.InferOutput<typeof auditEntrySchema>>;
export type AuditAction = v.InferOutput<typeof auditActionSchema>;
