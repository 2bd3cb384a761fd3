import type { NoteFields } from '../../contract/note/note.ts';
import type { Redaction } from '../../contract/numbers/redact.ts';
import type { RecordKind } from '../database/tables.ts';

/** A row of `records` with its body parsed. */
export interface SyncRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly revision: number;
  readonly owner: string | null;
  readonly at: number;
  readonly subject: string | null;
  readonly numberKeys: readonly string[];
  /** Null: deleted for good. */
  readonly body: unknown;
}

/** The numbers of an item that a device pushes. */
export interface ItemNumbers {
  /** Keys of those in form fields: the item is erased with any of them. */
  readonly keys: readonly string[];
  /** Of numbers that were erased since and that a text names. */
  readonly redaction: Redaction;
}

/** A record with its position in the order of the team. */
export type NumberedRecord = SyncRecord & { readonly seq: number };

/** A note after one push: the result, and what the device sent. */
export interface NoteVersion {
  readonly note: string;
  readonly revision: number;
  readonly device: string;
  readonly deviceRevision: number;
  readonly fields: NoteFields;
  /** Null if equal to `fields`. */
  readonly sent: NoteFields | null;
  readonly overruled: NoteFields | null;
  readonly at: number;
}

/**
 * The records that a batch concerns, changed item by item in memory: a batch has the same result
 * as its items one by one. The changes are stored at the end.
 */
export class TeamState {
  readonly #records = new Map<string, SyncRecord>();
  /** By note. */
  readonly #versions = new Map<string, NoteVersion[]>();
  /** Keys of erased numbers, with the time up to which their data is deleted. */
  readonly #erased: ReadonlyMap<string, number>;
  readonly #changed = new Set<string>();
  readonly #added: NoteVersion[] = [];
  /** Records put since the last `attempt`, and how to take them back, newest last. */
  readonly #tried: SyncRecord[] = [];
  readonly #undo: (() => void)[] = [];

  constructor(
    records: readonly SyncRecord[],
    versions: readonly NoteVersion[],
    erased: ReadonlyMap<string, number>,
  ) {
    for (const record of records) this.#records.set(keyOf(record.kind, record.id), record);
    for (const version of versions) this.#remember(version);
    this.#erased = erased;
  }

  find(kind: RecordKind, id: string): SyncRecord | null {
    return this.#records.get(keyOf(kind, id)) ?? null;
  }

  isGone(kind: RecordKind, id: string): boolean {
    const record = this.find(kind, id);
    return record !== null && record.body === null;
  }

  /** Deleted with a number, not because it was old. */
  isErasedSubject(id: string): boolean {
    const record = this.find('subject', id);
    return record !== null && record.body === null && record.numberKeys.length > 0;
  }

  isErased(numberKeys: readonly string[], at: number): boolean {
    return numberKeys.some((key) => at <= (this.#erased.get(key) ?? -1));
  }

  /**
   * Gives the result of `apply` if all that it changed passes `isGood`; otherwise takes the changes
   * back and gives `otherwise`.
   */
  attempt<T>(apply: () => T, isGood: (changed: SyncRecord) => boolean, otherwise: T): T {
    this.#undo.length = 0;
    this.#tried.length = 0;
    const result = apply();
    if (this.#tried.every(isGood)) return result;
    for (const undo of this.#undo.reverse()) undo();
    return otherwise;
  }

  put(record: SyncRecord): void {
    const key = keyOf(record.kind, record.id);
    const [before, wasChanged] = [this.#records.get(key), this.#changed.has(key)];
    this.#tried.push(record);
    this.#undo.push(() => {
      if (before === undefined) this.#records.delete(key);
      else this.#records.set(key, before);
      if (!wasChanged) this.#changed.delete(key);
    });
    this.#records.set(key, record);
    // Moves it to the end: seq numbers follow the order of the last changes.
    this.#changed.delete(key);
    this.#changed.add(key);
  }

  /**
   * Replaces a record by a tombstone with its id and owner. `numberKeys`: of the number with which
   * it was erased.
   */
  bury(
    kind: 'note' | 'subject',
    id: string,
    owner: string | null,
    at: number,
    numberKeys: readonly string[] = [],
  ): void {
    const revision = (this.find(kind, id)?.revision ?? 0) + 1;
    this.put({ kind, id, revision, owner, at, subject: null, numberKeys, body: null });
  }

  addVersion(version: NoteVersion): void {
    const known = this.#versions.get(version.note) ?? [];
    this.#remember(version);
    this.#added.push(version);
    this.#undo.push(() => {
      this.#added.pop();
      this.#versions.set(
        version.note,
        known.filter((one) => one !== version),
      );
    });
  }

  version(note: string, revision: number): NoteVersion | null {
    return this.#versions.get(note)?.find((one) => one.revision === revision) ?? null;
  }

  lastOf(device: string, note: string): NoteVersion | null {
    const own = this.#versions.get(note)?.filter((one) => one.device === device) ?? [];
    return own.reduce<NoteVersion | null>(
      (last, one) => (one.revision > (last?.revision ?? 0) ? one : last),
      null,
    );
  }

  /** In the order of their last change. */
  changes(): { readonly records: readonly SyncRecord[]; readonly versions: readonly NoteVersion[] } {
    const records = Array.from(this.#changed, (key) => this.#records.get(key)).filter(
      (one) => one !== undefined,
    );
    return { records, versions: this.#added };
  }

  #remember(version: NoteVersion): void {
    const known = this.#versions.get(version.note);
    if (known === undefined) this.#versions.set(version.note, [version]);
    else known.push(version);
  }
}

function keyOf(kind: RecordKind, id: string): string {
  return `${kind} ${id}`;
}
