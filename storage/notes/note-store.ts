import type { CallId, Instant } from '../../calls/call-event.ts';
import {
  EMPTY_FIELDS,
  type Note,
  type NoteContact,
  type NoteFacts,
  type NoteFields,
} from '../../contract/note/note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Database, Rows } from '../database.ts';
import type { Codec } from '../vault/codec.ts';
import { dayOf } from './day.ts';
import type { NoteChanges } from './note-changes.ts';
import { numbersOfNote, openFacts, readStoredNote, type StoredNote } from './stored-note.ts';

export interface NotePorts {
  readonly database: Database;
  readonly codec: Codec;
  readonly now: () => Instant;
  readonly changes: NoteChanges;
}

export type NoteRefusal =
  | { readonly ok: false; readonly reason: 'no-such-note' }
  /** An earlier start encrypted it: unlock first. */
  | { readonly ok: false; readonly reason: 'locked' }
  | { readonly ok: false; readonly reason: 'tampered' };

export type NoteReading = { readonly ok: true; readonly note: Note } | NoteRefusal;

/** Stored notes: created with the ring, facts finalized at wrap-up. NoteDraft handles typing. */
export class NoteStore {
  readonly ports: NotePorts;

  constructor(ports: NotePorts) {
    this.ports = ports;
  }

  /**
   * Creates the note of a call at its first ring. Host and panel both call it; the second caller
   * gets the id of the first. Works while locked. `offset`: server clock minus this device's.
   */
  async create(
    contact: NoteContact,
    fields: Partial<NoteFields> = {},
    offset: number | null = null,
  ): Promise<string> {
    const { database, now } = this.ports;
    const createdAt = now();
    const callKeys = contact.kind === 'call' ? await this.#callKeys(contact.call) : [];
    const measured = offset === null ? {} : { offset };
    const birth = { id: crypto.randomUUID(), createdAt, contact, ...measured };
    const row = await this.encrypt({ ...birth, ...EMPTY_FIELDS, ...fields, updatedAt: createdAt }, 1);
    const id = await database.transaction('rw', database.notes, database.outbox, async () => {
      const known = await database.notes.where('callKey').anyOf(callKeys).primaryKeys();
      if (known[0] !== undefined) return known[0];
      await database.notes.add(row);
      await database.outbox.put({ table: 'notes', id: row.id, agent: row.agent, revision: 1 });
      return row.id;
    });
    if (id === row.id) this.ports.changes.announce({ kind: 'stored', id, revision: 1 });
    return id;
  }

  async noteOfCall(call: CallId): Promise<string | null> {
    const keys = await this.#callKeys(call);
    const ids = await this.ports.database.notes.where('callKey').anyOf(keys).primaryKeys();
    return ids[0] ?? null;
  }

  async read(id: string): Promise<NoteReading> {
    const row = await this.ports.database.notes.get(id);
    if (row === undefined) return { ok: false, reason: 'no-such-note' };
    return await this.open(row, await this.ports.database.facts.get(id));
  }

  /**
   * Stores the facts that the host computed after the call; a later call replaces them. A note that
   * was deleted meanwhile gets none.
   */
  async finalizeFacts(note: string, facts: NoteFacts): Promise<void> {
    const { database, codec } = this.ports;
    const { agent } = await codec.writer();
    const encrypted = await codec.encode('facts', note, facts);
    const { notes, facts: finalized, outbox } = database;
    const isStored = await database.transaction('rw', [notes, finalized, outbox], async () => {
      if ((await notes.where('id').equals(note).count()) === 0) return false;
      const before = await finalized.get(note);
      const unsent = await outbox.get(['facts', note]);
      const revision = Math.max(before?.revision ?? 0, unsent?.revision ?? 0) + 1;
      await finalized.put({ note, agent, revision, encrypted });
      await outbox.put({ table: 'facts', id: note, agent, revision });
      return true;
    });
    if (isStored) this.ports.changes.announce({ kind: 'facts-finalized', id: note });
  }

  async open(row: Rows['notes'], facts: Rows['facts'] | undefined): Promise<NoteReading> {
    const { codec } = this.ports;
    const [stored, finalized] = await Promise.all([readStoredNote(codec, row), openFacts(codec, facts)]);
    return stored.ok
      ? { ok: true, note: { ...stored.note, revision: row.revision, facts: finalized } }
      : stored;
  }

  /** Not in a transaction: IndexedDB would not wait for WebCrypto. */
  async encrypt(note: StoredNote, revision: number): Promise<Rows['notes']> {
    const { codec } = this.ports;
    const { id, contact } = note;
    const { agent } = await codec.writer();
    const forms = new Set(
      numbersOfNote(note)
        .map(numberForm)
        .filter((form) => form !== null),
    );
    const [callKey, numberKeys, encrypted] = await Promise.all([
      contact.kind === 'call' ? codec.lookupKey('call', contact.call) : '',
      Promise.all(Array.from(forms, (form) => codec.lookupKey('number', form))),
      codec.encode('notes', id, note),
    ]);
    const day = dayOf(note.createdAt);
    const changed = dayOf(this.ports.now());
    return { id, agent, day, changed, revision, callKey, numberKeys, exportedRevision: 0, encrypted };
  }

  async #callKeys(call: CallId): Promise<string[]> {
    return [...(await this.ports.codec.lookupKeys('call', call))];
  }
}
