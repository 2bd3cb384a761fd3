import type { CallEnd } from '../../calls/call-end.ts';
import type { Instant } from '../../calls/call-event.ts';
import { maskDetails } from '../../contract/note/mask-details.ts';
import type { Note } from '../../contract/note/note.ts';
import { maskNumber, maskText } from '../../contract/numbers/mask.ts';
import { type ExportFile, type ExportFormat, exportFile } from '../../contract/table/export-file.ts';
import type { Cell } from '../../contract/table/table.ts';
import { recordAudit } from '../audit-log.ts';
import { dayOf } from './day.ts';
import { type NoteList, readNotes } from './note-list.ts';
import type { NoteStore } from './note-store.ts';

export interface ExportRequest {
  readonly format: ExportFormat;
  /** True hides phone, ID and card numbers; exporting in full is a deliberate act. */
  readonly masked: boolean;
  readonly from: Instant;
  readonly to: Instant;
  readonly words: NoteTableWords;
  /** For the times in a table, for example `Asia/Shanghai`. */
  readonly timeZone: string;
}

/** What a table of notes says, in the reader's language. */
export interface NoteTableWords {
  readonly heading: (column: ExportColumn) => string;
  readonly direction: (direction: 'inbound' | 'outbound') => string;
  readonly title: (title: NonNullable<Note['title']>) => string;
  readonly category: (category: NonNullable<Note['category']>) => string;
  readonly yesOrNo: (yes: boolean) => string;
  readonly end: (end: CallEnd) => string;
}

export interface NoteExport extends ExportFile {
  readonly notes: number;
  /** Notes of the span that cannot be decrypted now. */
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
export async function exportNotes(store: NoteStore, request: ExportRequest): Promise<NoteExport> {
  const { database, codec, now } = store.ports;
  const { format, masked, from, to, words, timeZone } = request;
  const { agent } = await codec.writer();
  const span = database.notes
    .where('[agent+day]')
    .between([agent, dayOf(from)], [agent, dayOf(to)], true, true);
  const list = await readNotes(store, await span.toArray());
  const notes = masked ? list.notes.map(maskedNote) : list.notes;
  const table = { headings: noteHeadings(words), rows: notes.map(noteCells(words)), timeZone };
  const file = await exportFile({ name: `notes-${dayOf(from)}-${dayOf(to)}`, table, records: notes }, format);
  // A masked copy is no backup: it lacks the masked parts.
  if (!masked) await markExported(store, list.notes);
  await recordAudit(store.ports, { kind: 'exported', at: now(), format, masked, notes: notes.length });
  return { ...file, notes: notes.length, unread: unread(list) };
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
    details: maskDetails(note.details),
    ...(note.adherenceComment !== undefined && { adherenceComment: maskText(note.adherenceComment) }),
  };
}

export function noteHeadings({ heading }: NoteTableWords): readonly string[] {
  return EXPORT_COLUMNS.map(heading);
}

/** Writes notes as rows under EXPORT_COLUMNS. */
export function noteCells(words: NoteTableWords): (note: Note) => readonly Cell[] {
  return (note) => EXPORT_COLUMNS.map((column) => noteCell(note, column, words));
}

function noteCell(note: Note, column: ExportColumn, words: NoteTableWords): Cell {
  const { contact, facts } = note;
  switch (column) {
    case 'id':
    case 'contactNumber':
    case 'surname':
    case 'text':
      return note[column];
    case 'createdAt':
      return { at: note.createdAt };
    case 'direction':
      return contact.kind === 'call' ? words.direction(contact.direction) : null;
    case 'number':
      return contact.kind === 'call' ? contact.number : null;
    case 'title':
      return note.title === null ? null : words.title(note.title);
    case 'category':
      return note.category === null ? null : words.category(note.category);
    case 'tags':
      return note.tags.join(' ');
    case 'settled':
    case 'satisfied': {
      const said = note[column];
      return said === null ? null : words.yesOrNo(said);
    }
    case 'rings':
      return facts?.rings ?? null;
    case 'answeredAt':
    case 'endedAt': {
      const at = facts?.[column] ?? null;
      return at === null ? null : { at };
    }
    case 'end':
      return facts === null ? null : words.end(facts.end);
  }
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
