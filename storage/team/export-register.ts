import type { Instant } from '../../calls/call-event.ts';
import { type ExportFile, type ExportFormat, exportFile } from '../../contract/table/export-file.ts';
import type { Table } from '../../contract/table/table.ts';
import { recordAudit } from '../audit-log.ts';
import type { Database } from '../database.ts';
import { dayOf } from '../notes/day.ts';
import type { Codec } from '../vault/codec.ts';

interface RegisterPorts {
  readonly database: Database;
  readonly codec: Codec;
  readonly now: () => Instant;
}

interface RegisterRequest {
  readonly format: ExportFormat;
  readonly table: Table;
  /** The same entries, as stored. */
  readonly records: readonly unknown[];
}

/**
 * The harassment register as a file for the telecom operator or the police, with full numbers.
 * Every export is recorded.
 */
export async function exportRegister(ports: RegisterPorts, request: RegisterRequest): Promise<ExportFile> {
  const { format, table, records } = request;
  const at = ports.now();
  const file = await exportFile({ name: `harassment-${dayOf(at)}`, table, records }, format);
  await recordAudit(ports, { kind: 'register-exported', at, format, entries: records.length });
  return file;
}
