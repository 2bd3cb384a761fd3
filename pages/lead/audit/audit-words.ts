import { i18n } from '#i18n';
import { recordTime } from '../../../components/records/record-time.ts';
import { type AuditAction, type AuditEntry, auditActionSchema } from '../../../contract/api/audit.ts';
import type { Member } from '../../../contract/api/members/member.ts';
import { roleSchema } from '../../../contract/api/members/role.ts';

type Members = ReadonlyMap<string, Member>;

/** Number and name; of another team only that it is somebody else. */
export function whoWords(id: string, members: Members): string {
  if (id === 'server') return i18n.t('lead.audit.server');
  const member = members.get(id);
  return member === undefined ? i18n.t('lead.audit.elsewhere') : `${member.number} ${member.name}`;
}

const ACTIONS: Readonly<Record<AuditAction, () => string>> = {
  enrolled: () => i18n.t('lead.audit.action.enrolled'),
  'signed-in': () => i18n.t('lead.audit.action.signedIn'),
  'code-made': () => i18n.t('lead.audit.action.codeMade'),
  'code-used': () => i18n.t('lead.audit.action.codeUsed'),
  'device-revoked': () => i18n.t('lead.audit.action.deviceRevoked'),
  'token-made': () => i18n.t('lead.audit.action.tokenMade'),
  'token-revoked': () => i18n.t('lead.audit.action.tokenRevoked'),
  'webhook-added': () => i18n.t('lead.audit.action.webhookAdded'),
  'webhook-removed': () => i18n.t('lead.audit.action.webhookRemoved'),
  'member-added': () => i18n.t('lead.audit.action.memberAdded'),
  'member-changed': () => i18n.t('lead.audit.action.memberChanged'),
  'team-changed': () => i18n.t('lead.audit.action.teamChanged'),
  'organisation-changed': () => i18n.t('lead.audit.action.organisationChanged'),
  'notes-exported': () => i18n.t('lead.audit.action.notesExported'),
  'figures-exported': () => i18n.t('lead.audit.action.figuresExported'),
  'sip-accounts-exported': () => i18n.t('lead.audit.action.sipAccountsExported'),
  'full-note-read': () => i18n.t('lead.audit.action.fullNoteRead'),
  'notes-searched': () => i18n.t('lead.audit.action.notesSearched'),
  'contacts-asked': () => i18n.t('lead.audit.action.contactsAsked'),
  'call-backs-handed-out': () => i18n.t('lead.audit.action.callBacksHandedOut'),
  'customers-read': () => i18n.t('lead.audit.action.customersRead'),
  'customers-exported': () => i18n.t('lead.audit.action.customersExported'),
  'customers-saved': () => i18n.t('lead.audit.action.customersSaved'),
  'customers-removed': () => i18n.t('lead.audit.action.customersRemoved'),
  'written-for-others': () => i18n.t('lead.audit.action.writtenForOthers'),
  'number-erased': () => i18n.t('lead.audit.action.numberErased'),
  'retention-applied': () => i18n.t('lead.audit.action.retentionApplied'),
  'pack-published': () => i18n.t('lead.audit.action.packPublished'),
  'pack-rolled-back': () => i18n.t('lead.audit.action.packRolledBack'),
};

/** An action that this version does not know stands for itself. */
export function actionWords(action: string): string {
  const known = auditActionSchema.options.find((one) => one === action);
  return known === undefined ? action : ACTIONS[known]();
}

/** What the server wrote down of it: counts, ids and times, in words. */
export function detailWords({ detail }: AuditEntry, members: Members): string {
  const about = detail['added'] ?? detail['changed'] ?? detail['for'] ?? null;
  const role = roleSchema.options.find((one) => one === detail['role']);
  const { from, to, notes, subjects, callBacks, accounts, customers, full, version, entries, as } = detail;
  return [
    ...(typeof about === 'string' ? [whoWords(about, members)] : []),
    ...(role === undefined ? [] : [i18n.t(`lead.role.${role}`)]),
    ...(typeof version === 'string' ? [version] : []),
    ...(typeof notes === 'number' ? [i18n.t('lead.audit.notes', { count: notes })] : []),
    ...(typeof subjects === 'number' ? [i18n.t('lead.audit.subjects', { count: subjects })] : []),
    ...(typeof accounts === 'number' ? [i18n.t('lead.audit.accounts', { count: accounts })] : []),
    ...(typeof customers === 'number' ? [i18n.t('lead.audit.customers', { count: customers })] : []),
    ...(typeof callBacks === 'number' ? [i18n.t('lead.audit.callBacks', { count: callBacks })] : []),
    ...(typeof entries === 'number' ? [i18n.t('lead.audit.entries', { count: entries })] : []),
    ...(typeof as === 'string' ? [i18n.t('lead.audit.as', { number: as })] : []),
    ...(typeof full === 'boolean' ? [i18n.t(full ? 'lead.audit.full' : 'lead.audit.masked')] : []),
    ...(typeof from === 'number' && typeof to === 'number'
      ? [i18n.t('lead.audit.span', { from: recordTime(from), to: recordTime(to) })]
      : []),
  ].join(' · ');
}
