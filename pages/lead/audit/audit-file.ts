import { i18n } from '#i18n';
import type { AuditEntry } from '../../../contract/api/audit.ts';
import type { Member } from '../../../contract/api/members/member.ts';
import { type ExportFile, exportFile } from '../../../contract/table/export-file.ts';
import { localStamp } from '../../../contract/table/local-stamp.ts';
import { zoneHere } from '../../session/zone-of.ts';
import { actionWords, detailWords, whoWords } from './audit-words.ts';

/** Entries of the audit log as a workbook, a row each; `name` as for any other export. */
export async function auditFile(
  entries: readonly AuditEntry[],
  members: ReadonlyMap<string, Member>,
  now: number,
): Promise<ExportFile> {
  const timeZone = zoneHere();
  const headings = [
    ...[i18n.t('lead.audit.time'), i18n.t('lead.audit.number'), i18n.t('lead.audit.name')],
    ...[i18n.t('lead.audit.what'), i18n.t('lead.audit.detail')],
  ];
  const rows = entries.map((entry) => {
    const member = members.get(entry.member);
    const who = [member?.number ?? '', member?.name ?? whoWords(entry.member, members)];
    return [{ at: entry.at }, ...who, actionWords(entry.action), detailWords(entry, members)];
  });
  const name = `audit-${localStamp(timeZone)(now).slice(0, 10)}`;
  return await exportFile({ name, table: { headings, rows, timeZone }, records: entries }, 'xlsx');
}
