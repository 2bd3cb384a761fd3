import { i18n } from '#i18n';
import { type ExportFile, exportFile } from '../../../contract/table/export-file.ts';
import type { ListProgress } from '../../../rules/call-backs/list-progress.ts';
import { zoneHere } from '../../session/zone-of.ts';

/** How far each agent is with each list: a row for both. */
export async function progressFile(lists: readonly ListProgress[], day: string): Promise<ExportFile> {
  const headings = [
    ...[i18n.t('lists.name'), i18n.t('papers.agent'), i18n.t('lists.total'), i18n.t('lists.reached')],
    ...[i18n.t('lists.notReached'), i18n.t('lists.again'), i18n.t('lists.untouched')],
    i18n.t('lists.dropped'),
  ];
  const rows = lists.flatMap(({ name, agents }) =>
    agents.map(({ agent, total, reached, notReached, again, untouched, dropped }) => [
      ...[name, agent ?? i18n.t('lists.anybody')],
      ...[total, reached, notReached, again, untouched, dropped],
    ]),
  );
  const table = { headings, rows, timeZone: zoneHere() };
  return await exportFile({ name: `call-back-lists-${day}`, table, records: lists }, 'xlsx');
}
