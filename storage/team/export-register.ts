import type { Instant } from '../../calls/call-event.ts';
import { recordAudit } from '../audit-log.ts';
import type { Database } from '../database.ts';
import { csv } from '../notes/csv.ts';
import { dayOf } from '../notes/day.ts';
import type { Codec } from '../vault/codec.ts';

interface RegisterPorts {
  readonly database: Database;
  readonly codec: Codec;
  readonly now: () => Instant;
}

interface RegisterRequest {
  readonly format: 'csv' | 'json';
  /** The first row of a CSV, in the reader's language. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same entries, as stored. */
  readonly records: readonly unknown[];
}

/**
 * The harassment register as a file for the telecom operator or the police, with full numbers.
 * Every export is recorded.
 */
export async function exportRegister(ports: RegisterPorts, request: RegisterRequest) {
  const { format, headings, rows, records } = request;
  const at = ports.now();
  const text = format === 'csv' ? csv([headings, ...rows]) : JSON.stringify(records, null, 2);
  await recordAudit(ports, { kind: 'register-exported', at, format, entries: records.length });
  return {
    name: `harassment-${dayOf(at)}.${format}`,
    type: format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json',
    text,
  };
}
