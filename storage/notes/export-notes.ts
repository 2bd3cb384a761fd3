import type { CallEnd } from '../../calls/call-end.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { Note } from '../../contract/note/note.ts';
import { maskNumber, maskText } from '../../contract/numbers/mask.ts';
import { recordAudit } from '../audit-log.ts';
import { csv } from './csv.ts';
import { dayOf } from './day.ts';
import { localStamp } from './local-stamp.ts';
import { type NoteList, readNotes } from './note-list.ts';
import type { NoteStore } from './note-store.ts';

export interface ExportRequest {
  readonly format: 'csv' | 'json';
  /** True hides phone, ID and card numbers; exporting in full is a deliberate act. */
  readonly masked: boolean;
  readonly from: Instant;
  readonly to: Instant;
  /** The first row of a CSV, in the reader's language. */
  readonly heading: (column: ExportColumn) => string;
  /** How a call ended, in the reader's words; without it by the names of the format. */
  readonly endText?: (end: CallEnd) => string;
  /** For the times in a CSV, for example `Asia/Shanghai`. */
  readonly timeZone: string;
}

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** `unread` counts notes of the span that cannot be decrypted now. */
  readonly notes: number;
  readonly unread: number;
}

export const EXPORT_COLUMNS = [
  'id',
  'createdAt',
  'direction',
  'number',
  'contactNumber',
  'surname',
  'title',
  'category',
  'tags',
  'text',
  'settled',
  'satisfied',
  'rings',
  'answeredAt',
  'endedAt',
  'end',
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/**
 * Exports the agent's notes of some days as one file. Every export is recorded; a full one lets
 * retention delete its notes.
 */
export async function exportNotes(store: NoteStore, request: ExportRequest): Promise<ExportFile> {
  const { database, codec, now } = store.ports;
  const { format, masked, from, to } = request;
  const { agent } = await codec.writer();
  const span = database.notes
    .where('[agent+day]')
    .between([agent, dayOf(from)], [agent, dayOf(to)], true, true);
  const list = await readNotes(store, await span.toArray());
  const notes = masked ? list.notes.map(maskedNote) : list.notes;
  const text = format === 'csv' ? asCsv(notes, request) : JSON.stringify(notes, null, 2);
  // A masked copy is no backup: it lacks the masked parts.
  if (!masked) await markExported(store, list.notes);
  await recordAudit(store.ports, { kind: 'exported', at: now(), format, masked, notes: notes.length });
  return {
    name: `notes-${dayOf(from)}-${dayOf(to)}.${format}`,
    type: format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json',
    text,
    notes: notes.length,
    unread: unread(list),
  };
}

/** Masks numbers wherever they appear; names and words stay. */
export function maskedNote(note: Note): Note {
  const contact =
    note.contact.kind === 'call'
      ? {
          ...note.contact,
          number: maskNumber(note.contact.number),
          displayName: note.contact.displayName === null ? null : maskText(note.contact.displayName),
        }
      : note.contact;
  return {
    ...note,
    contact,
    contactNumber: maskNumber(note.contactNumber),
    surname: maskText(note.surname),
    text: maskText(note.text),
    tags: note.tags.map(maskText),
  };
}

function asCsv(notes: readonly Note[], { heading, timeZone, endText }: ExportRequest): string {
  return csv([EXPORT_COLUMNS.map(heading), ...notes.map(exportCells(localStamp(timeZone), endText))]);
}

/** Writes notes as rows under EXPORT_COLUMNS. */
export function exportCells(
  stamp: (at: Instant) => string,
  endText: (end: CallEnd) => string = endName,
): (note: Note) => readonly string[] {
  return (note) => EXPORT_COLUMNS.map((column) => asText(valueIn(note, column, { stamp, endText })));
}

/** `refused: busy`: how, and why where that is known. */
function endName(end: CallEnd): string {
  return 'cause' in end ? `${end.how}: ${end.cause}` : end.how;
}

interface CellWords {
  readonly stamp: (at: Instant) => string;
  readonly endText: (end: CallEnd) => string;
}

function valueIn(note: Note, column: ExportColumn, { stamp, endText }: CellWords): unknown {
  const { contact, facts } = note;
  switch (column) {
    case 'direction':
    case 'number':
      return contact.kind === 'call' ? contact[column] : null;
    case 'createdAt':
      return stamp(note.createdAt);
    case 'answeredAt':
    case 'endedAt': {
      const at = facts?.[column] ?? null;
      return at === null ? null : stamp(at);
    }
    case 'rings':
      return facts?.rings;
    case 'end':
      return facts === null ? null : endText(facts.end);
    default:
      return note[column];
  }
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

async function markExported({ ports: { database } }: NoteStore, notes: readonly Note[]): Promise<void> {
  await database.transaction('rw', database.notes, async () => {
    for (const { id, revision } of notes) {
      await database.notes.where({ id }).modify((row) => {
        Object.assign(row, { exportedRevision: revision });
      });
    }
  });
}

function unread({ locked, tampered }: NoteList): number {
  return locked + tampered;
}
